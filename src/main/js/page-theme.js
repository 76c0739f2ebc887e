// A theme's sample shows the colours and the font as they are chosen.
const sample = document.querySelector('[data-theme-sample]');

if (sample) {
	const form = document.querySelector('#theme-form');
	form.addEventListener('input', () => {
		const typed = new FormData(form);
		const colours = ['accent', 'paper', 'ink'].map((name) => String(typed.get(name)).replace('#', ''));
		const address = new URL(sample.src);
		address.searchParams.set('style', [...colours, typed.get('font')].join('.'));
		address.searchParams.set('brand', typed.get('brand'));
		sample.src = address;
	});
}
