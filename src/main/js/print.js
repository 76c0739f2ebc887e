// Buttons that print the page; without scripts browsers have their own.
for (const button of document.querySelectorAll('[data-print]')) {
	button.hidden = false;
}

document.addEventListener('click', (event) => {
	if (event.target.closest('[data-print]')) {
		window.print();
	}
});
