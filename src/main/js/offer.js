// The pages of offers and placements: show what is typed in the preview, write a name where the text cursor was, and let the arrows
// walk over the grid of texts.
const offer = document.querySelector('#offer-form, #placement-form');
const draft = document.getElementById('preview-draft');

if (offer) {
	const cells = () => [...document.querySelectorAll('[data-grid] .tx')];

	// the grid is one stop for the keyboard
	const gather = () => {
		const all = cells();
		const stop = all.find((cell) => cell.getAttribute('aria-current')) ?? all[0];
		all.forEach((cell) => { cell.tabIndex = cell === stop ? 0 : -1; });
		// a long grid begins where the open text is
		const box = document.querySelector('.text-cells.long');
		if (box && stop) {
			const [outer, inner] = [box.getBoundingClientRect(), stop.getBoundingClientRect()];
			box.scrollTop += Math.min(0, inner.top - outer.top - 56) + Math.max(0, inner.bottom - outer.bottom + 8);
			box.scrollLeft += Math.min(0, inner.left - outer.left - 8) + Math.max(0, inner.right - outer.right + 8);
		}
	};
	const neighbour = (cell, key) => {
		const row = [...cell.closest('tr').querySelectorAll('.tx')];
		const rows = [...document.querySelectorAll('[data-grid] tbody tr:not(.gr)')];
		const column = row.indexOf(cell);
		const line = rows.indexOf(cell.closest('tr'));
		return {
			ArrowLeft: row[column - 1], ArrowRight: row[column + 1], Home: row[0], End: row.at(-1),
			ArrowUp: rows[line - 1]?.querySelectorAll('.tx')[column], ArrowDown: rows[line + 1]?.querySelectorAll('.tx')[column],
		}[key];
	};

	gather();
	document.addEventListener('htmx:load', gather);
	document.addEventListener('keydown', (event) => {
		const cell = event.target.closest?.('[data-grid] .tx');
		const to = cell && neighbour(cell, event.key);
		if (to) {
			event.preventDefault();
			cell.tabIndex = -1;
			to.tabIndex = 0;
			to.focus();
		}
		else if (event.key === 'Escape' && event.target.closest?.('#text') && !document.querySelector('#text details[open]')) {
			document.querySelector('[data-grid] .tx[aria-current]')?.focus();
		}
	});
}

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
	const written = (target) => target?.isConnected && target.matches('[data-writing] textarea, [data-writing] input:not([type=checkbox])');

	// what stands for a missing value goes into the text at once
	const replace = (field) => {
		const was = field.previousElementSibling;
		const name = field.dataset.fallback.replace(/[.\\^$*+?()[\]{}|]/g, '\\$&');
		const said = field.value.replace(/[{}]/g, '').trim();
		const tag = new RegExp(`\\{\\{\\s*profile\\.${name}\\s*(?:\\|([^{}]*))?\\}\\}`, 'g');
		for (const area of document.querySelectorAll('[data-writing] textarea, [data-writing] input:not([type=checkbox])')) {
			area.value = area.value.replace(tag, (whole, otherwise) => ((otherwise ?? '').trim() === was.value
				? `{{profile.${field.dataset.fallback}${said ? `|${said}` : ''}}}` : whole));
		}
		was.value = said;
		later();
	};

	// where a name or an image goes: into the field one was in where it takes that, else into the first that does
	const target = (button) => {
		const fields = [...document.querySelectorAll('[data-fields] textarea, [data-fields] input:not([type=hidden])')];
		const takes = (field) => (field.closest('[data-kind]')?.dataset.kind === 'image') === Boolean(button.dataset.image);
		if (fields.length > 0) {
			return written(text) && (fields.includes(text) && (!button.dataset.image || takes(text))) ? text
				: fields.find(takes) ?? fields[0];
		}
		const first = document.querySelector('[data-writing] textarea, [data-writing] input');
		return written(text) && !button.dataset.image ? text : first;
	};

	draft.classList.add('d-none');
	for (const kind of ['input', 'change']) {
		document.addEventListener(kind, (event) => {
			if (event.target.form === offer && event.target.name !== 'find') {
				later();
			}
		});
	}
	document.addEventListener('input', (event) => event.target.dataset?.fallback && replace(event.target));
	document.addEventListener('focusin', (event) => {
		if (written(event.target)) {
			text = event.target;
		}
	});
	document.addEventListener('click', (event) => {
		const button = event.target.closest('[data-insert], [data-image]');
		if (button) {
			event.preventDefault();
			const into = target(button);
			button.closest('details')?.removeAttribute('open');
			into.focus();
			if (button.dataset.image) {
				into.value = button.dataset.image;
			}
			else {
				into.setRangeText(button.dataset.insert, into.selectionStart, into.selectionEnd, 'end');
			}
			into.dispatchEvent(new Event('input', { bubbles: true }));
		}
	});
	document.addEventListener('htmx:afterSettle', (event) => {
		// a part that came anew may differ from what was saved, which nobody typed
		offer.dispatchEvent(new Event('change'));
		if (event.target.closest?.('#text, #recipients')) {
			later();
		}
	});
	if (offer.classList.contains('is-dirty') || !document.querySelector('iframe[name=preview]').hasAttribute('src')) {
		show();
	}
}
