// Guards unsaved changes; a form's save buttons come when something changed.
const started = new WeakMap();
let leaving = false;

// what only chooses what is shown, named in data-dirty-except, is no change
const values = (form) => JSON.stringify([...new FormData(form)].filter(([name]) =>
	!(form.dataset.dirtyExcept ?? '').split(' ').includes(name)).map(([name, value]) =>
	[name, value instanceof File ? value.name + value.size : value]));

function watch(form) {
	if (started.has(form)) {
		return;
	}
	started.set(form, form.classList.contains('is-dirty') ? '' : values(form));
	show(form);
	form.addEventListener('input', () => show(form));
	form.addEventListener('change', () => show(form));
	form.addEventListener('reset', () => setTimeout(() => show(form)));
	// what goes into a frame leaves the page where it is
	form.addEventListener('submit', (event) => { leaving = !event.submitter?.hasAttribute('formtarget'); });
}

const changed = (form) => values(form) !== started.get(form);

function show(form) {
	const dirty = changed(form);
	for (const part of form.querySelectorAll('[data-when-dirty]')) {
		part.hidden = !dirty;
		part.classList.toggle('d-none', !dirty);
	}
	for (const row of form.querySelectorAll('[data-row]')) {
		const differs = [...row.querySelectorAll('input, select, textarea')].some(differ);
		row.classList.toggle('new', differs);
		row.querySelectorAll('[data-unsaved]').forEach((word) => { word.hidden = !differs; });
		row.querySelectorAll('[data-saved]').forEach((word) => { word.hidden = differs; });
	}
}

function differ(field) {
	if (field.type === 'checkbox' || field.type === 'radio') {
		return field.checked !== field.defaultChecked;
	}
	if (field instanceof HTMLSelectElement) {
		return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.querySelector('[selected]') !== null;
	}
	return field.type !== 'hidden' && field.value !== field.defaultValue;
}

function watchAll(root) {
	root.querySelectorAll('form[data-dirty]').forEach(watch);
}

addEventListener('beforeunload', (event) => {
	if (!leaving && [...document.querySelectorAll('form[data-dirty]')].some((form) => started.has(form) && changed(form))) {
		event.preventDefault();
	}
});
addEventListener('pageshow', () => { leaving = false; });
document.addEventListener('htmx:load', (event) => {
	watchAll(event.detail.elt);
	// what a button drew anew inside a form is a change as well
	const form = event.detail.elt.closest?.('form[data-dirty]');
	if (form && started.has(form)) {
		show(form);
	}
});
watchAll(document);
