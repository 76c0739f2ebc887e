// The landing page editor: shows what is typed in the preview, and the language a link leads to.
const editor = document.querySelector('[data-page-editor]');

if (editor) {
	const frame = document.querySelector('iframe[name=preview]');
	const preview = document.querySelector('#preview-unsaved');
	let waiting = 0;
	let asked = 0;

	const show = async () => {
		const turn = ++asked;
		const answer = await fetch(preview.formAction, { method: 'POST', body: new URLSearchParams(new FormData(editor)) }).catch(() => null);
		if (!answer || !answer.ok || turn !== asked) {
			return;
		}
		const html = await answer.text();
		const top = frame.contentDocument?.documentElement.scrollTop ?? 0;
		frame.addEventListener('load', () => { frame.contentDocument.documentElement.scrollTop = top; }, { once: true });
		frame.srcdoc = html;
	};

	if (preview) {
		// typing shows by itself
		preview.classList.add('d-none');
		const later = () => { clearTimeout(waiting); waiting = setTimeout(show, 300); };
		editor.addEventListener('input', later);
		editor.addEventListener('change', later);
		editor.addEventListener('reset', later);
		document.querySelector('#preview-profile').addEventListener('change', show);
	}
	else {
		// who only reads sees the saved draft, in the language and as the person chosen
		document.addEventListener('change', () => {
			const chosen = new FormData(editor);
			const address = new URL(frame.src);
			address.searchParams.set('language', chosen.get('shown'));
			address.searchParams.set('profile', chosen.get('profile'));
			frame.src = address;
		});
	}

	// a field of a language that is not shown could not take the focus
	const reveal = (id) => {
		const language = document.getElementById(id)?.closest('[data-language]')?.dataset.language;
		const choice = language && document.querySelector(`#shown-${language}`);
		if (choice && !choice.checked) {
			choice.click();
		}
		document.getElementById(id)?.focus();
	};
	document.addEventListener('click', (event) => {
		const link = event.target.closest('a[href*="#"]');
		if (link && link.pathname === location.pathname && document.getElementById(link.hash.slice(1))) {
			event.preventDefault();
			history.replaceState(null, '', link.hash);
			document.getElementById(link.hash.slice(1)).scrollIntoView({ block: 'center' });
			reveal(link.hash.slice(1));
		}
	});
	if (location.hash) {
		reveal(location.hash.slice(1));
	}
}
