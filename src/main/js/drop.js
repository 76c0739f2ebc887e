// A file field takes drops by itself; this shows that it would.
for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
	document.addEventListener(kind, (event) => {
		const field = event.target.closest?.('[data-drop]');
		field?.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
	});
}
