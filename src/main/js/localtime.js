// Rewrites times to the reader's own zone; the exact UTC stays in the title.
const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
// in French the first of a month is written as an ordinal, which Intl does not know
const written = (at) => language === 'fr' ? day.format(at).replace(/^1 /, '1er ') : day.format(at);
const write = {
	day: written,
	clock: (at) => clock.format(at),
	dayTime: (at) => `${written(at)}, ${clock.format(at)}`,
};

function localise(root) {
	for (const time of root.querySelectorAll('time[data-time]')) {
		const at = new Date(time.dateTime);
		if (!Number.isNaN(at.getTime())) {
			time.textContent = write[time.dataset.time](at);
		}
	}
}

document.addEventListener('htmx:load', (event) => localise(event.detail.elt));
localise(document);
