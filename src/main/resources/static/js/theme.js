// Runs before the first paint, so that the system's dark is never a white flash first.
(() => {
	const root = document.documentElement;
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const follow = () => {
		if (root.dataset.theme === 'auto') {
			root.dataset.shade = dark.matches ? 'dark' : 'light';
		}
	};
	follow();
	dark.addEventListener('change', follow);
})();
