// The board of a decision: a stale save is shown as well, and what was typed is asked about before another form opens.
document.addEventListener('htmx:beforeSwap', (event) => {
	if (event.detail.xhr.status === 409 && event.detail.target.id === 'board') {
		event.detail.shouldSwap = true;
		event.detail.isError = false;
	}
});

document.addEventListener('htmx:beforeRequest', (event) => {
	const form = document.querySelector('#board form.inplace[data-dirty]');
	const leaves = event.detail.target?.id === 'board' && form && !form.contains(event.target);
	const typed = leaves && [...form.querySelectorAll('input:not([type=hidden]), textarea, select')].some((field) =>
		field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
			: field.tagName !== 'SELECT' && field.value !== field.defaultValue);
	if (typed && !window.confirm(document.getElementById('board').dataset.unsaved)) {
		event.preventDefault();
	}
});

// How many would get an offer stands in its row as well, once the panel that counts them has come.
document.addEventListener('htmx:afterSwap', () => {
	for (const row of document.querySelectorAll('#board .got')) {
		const place = document.querySelector(`#reach [data-placement="${row.dataset.placement}"]`);
		if (place) {
			const got = place.querySelector(`[data-offer="${row.dataset.offer}"]`);
			row.textContent = got?.dataset.people ?? place.dataset.nobody;
			const mark = got?.querySelector('.sw').cloneNode(true);
			if (mark) {
				row.parentElement.querySelector(':scope > .sw')?.replaceWith(mark);
			}
		}
	}
});

// A name is put into the formula where one writes.
document.addEventListener('click', (event) => {
	const button = event.target.closest('.formula-desk [data-insert]');
	if (button) {
		event.preventDefault();
		const formula = document.getElementById('f-formula');
		formula.focus();
		formula.setRangeText(button.dataset.insert, formula.selectionStart, formula.selectionEnd, 'end');
		formula.dispatchEvent(new Event('input', { bubbles: true }));
	}
});
