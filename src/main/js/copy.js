// Copies to the clipboard and says so, to the eye and to the ear.
const messages = document.getElementById('messages')?.dataset ?? {};

function spoken() {
	let place = document.getElementById('spoken');
	if (!place) {
		place = document.createElement('div');
		place.id = 'spoken';
		place.className = 'visually-hidden';
		place.setAttribute('role', 'status');
		document.body.append(place);
	}
	return place;
}

document.addEventListener('click', async (event) => {
	const button = event.target.closest('[data-copy], [data-copy-from]');
	if (!button) {
		return;
	}
	const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
	const text = button.dataset.copy ?? source?.value ?? source?.textContent ?? '';
	let said = messages.copied;
	try {
		await navigator.clipboard.writeText(text);
	}
	catch {
		source?.select?.();
		said = source && document.execCommand('copy') ? messages.copied : messages.copyFailed;
	}
	spoken().textContent = said;
	const label = button.querySelector('span:not(.visually-hidden)') ?? button;
	if (!button.dataset.label && label.childElementCount === 0) {
		button.dataset.label = label.textContent;
		label.textContent = said;
		setTimeout(() => {
			label.textContent = button.dataset.label;
			delete button.dataset.label;
		}, 2000);
	}
});
