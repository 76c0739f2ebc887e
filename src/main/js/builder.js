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
