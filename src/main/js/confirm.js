// Asks a second time in a dialog, with a word to type where much is at stake.
const asked = new WeakMap();

document.addEventListener('submit', (event) => {
	const form = event.target;
	const dialog = form.dataset.confirm && document.querySelector(form.dataset.confirm);
	if (!dialog || form.dataset.confirmed) {
		return;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
	asked.set(dialog, { form, by: event.submitter });
	const word = dialog.querySelector('[data-confirm-word]');
	if (word) {
		word.value = '';
	}
	check(dialog);
	dialog.returnValue = '';
	dialog.showModal();
}, true);

function check(dialog) {
	const word = dialog.querySelector('[data-confirm-word]');
	const button = dialog.querySelector('button[value=confirm]');
	if (word && button) {
		button.disabled = word.value.trim() !== word.dataset.confirmWord;
	}
}

document.addEventListener('input', (event) => {
	if (event.target.matches('[data-confirm-word]')) {
		check(event.target.closest('dialog'));
	}
});

document.addEventListener('close', (event) => {
	const waiting = asked.get(event.target);
	if (!waiting) {
		return;
	}
	asked.delete(event.target);
	if (event.target.returnValue === 'confirm') {
		waiting.form.dataset.confirmed = 'true';
		waiting.form.requestSubmit(waiting.by);
	}
	else {
		waiting.by?.focus();
	}
}, true);
