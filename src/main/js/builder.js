// One change of a builder at a time: the last one counts, but a pressed button is not overtaken by a field.
let current = null;

document.addEventListener('htmx:beforeRequest', (event) => {
	if (!event.target.closest('#builder') || !event.detail.pathInfo.requestPath.endsWith('/draft')) {
		return;
	}
	const pressed = event.target.tagName === 'BUTTON';
	if (current?.pressed && !pressed) {
		event.preventDefault();
		return;
	}
	current?.xhr.abort();
	current = { xhr: event.detail.xhr, pressed };
});

document.addEventListener('htmx:afterRequest', (event) => {
	if (event.detail.xhr === current?.xhr) {
		current = null;
	}
});

// The lines of a long condition share their menus, each of which is whole from when it is used.
function unfold(event) {
	const select = event.target.closest?.('select[data-menu]');
	const menu = select && document.getElementById(select.dataset.menu);
	if (!menu) {
		return;
	}
	const chosen = select.value;
	const whole = menu.content.firstElementChild.cloneNode(true);
	const offered = new Set([...whole.options].map((option) => option.value));
	[...select.options].filter((option) => offered.has(option.value)).forEach((option) => option.remove());
	select.append(...whole.children);
	select.value = chosen;
	delete select.dataset.menu;
}

document.addEventListener('focusin', unfold);
document.addEventListener('pointerdown', unfold);
