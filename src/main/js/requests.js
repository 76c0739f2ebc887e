// What every page and every htmx answer needs: the CSRF header, and the focus where the work is.
const csrf = document.querySelector('meta[name=_csrf]');

document.addEventListener('htmx:configRequest', (event) => {
	if (csrf && event.detail.verb !== 'get') {
		event.detail.headers[csrf.dataset.header] = csrf.content;
	}
});

function focusOn(root) {
	root.querySelector('[data-focus]')?.focus();
}

document.addEventListener('htmx:sendError', () => {
	const note = document.createElement('div');
	note.className = 'note bad';
	note.textContent = document.getElementById('messages')?.dataset.offline ?? '';
	document.querySelector('.flash')?.replaceChildren(note);
});

document.addEventListener('htmx:load', (event) => focusOn(event.detail.elt));
focusOn(document);
