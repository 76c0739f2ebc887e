// The offer editor: shows what is typed in the preview, and writes a name where the text cursor was.
const offer = document.getElementById('offer-form');
const draft = document.getElementById('preview-draft');

if (offer && draft) {
	let waiting = 0;
	let text = null;

	// a frame that is new takes what is sent as its first page, so that Back does not go through what was typed
	const show = () => {
		const frame = document.querySelector('iframe[name=preview]');
		const fresh = frame.cloneNode();
		fresh.removeAttribute('src');
		frame.replaceWith(fresh);
		offer.requestSubmit(draft);
	};
	const later = () => {
		clearTimeout(waiting);
		waiting = setTimeout(show, 400);
	};

	draft.classList.add('d-none');
	for (const kind of ['input', 'change']) {
		document.addEventListener(kind, (event) => {
			if (event.target.form === offer && event.target.name !== 'find') {
				later();
			}
		});
	}
	document.addEventListener('focusin', (event) => {
		if (event.target.matches('#texts textarea, #texts .offer-texts input')) {
			text = event.target;
		}
	});
	document.addEventListener('click', (event) => {
		const name = event.target.closest('[data-insert]')?.value;
		const into = text?.isConnected ? text : document.querySelector('#texts textarea, #texts .offer-texts input');
		if (name && into) {
			into.focus();
			into.setRangeText(name, into.selectionStart, into.selectionEnd, 'end');
			into.dispatchEvent(new Event('input', { bubbles: true }));
		}
	});
	// a part that came anew may differ from what was saved, which nobody typed
	document.addEventListener('htmx:afterSettle', () => offer.dispatchEvent(new Event('change')));
	document.addEventListener('htmx:afterSettle', later);
	if (offer.classList.contains('is-dirty') || !document.querySelector('iframe[name=preview]').hasAttribute('src')) {
		show();
	}
}
