// The slider of what bears on contact: arrows go from change to change, Page keys by month.
document.addEventListener('keydown', (event) => {
	const slider = event.target.closest?.('[data-stops]');
	const step = slider && stepOf(event.key);
	if (!step) {
		return;
	}
	event.preventDefault();
	const at = new Date(slider.dataset.at).getTime();
	const stops = slider.dataset.stops.split(' ').map((stop) => stop.split('=')[1]);
	const now = slider.dataset.until;
	let next;
	if (step.months) {
		const moved = new Date(at);
		moved.setUTCMonth(moved.getUTCMonth() + step.months);
		next = moved.toISOString();
	}
	else {
		const times = [...stops, now];
		next = (step.stops > 0) ? times.find((time) => new Date(time).getTime() > at)
			: times.reverse().find((time) => new Date(time).getTime() < at);
	}
	if (next) {
		move(slider, next);
	}
});

document.addEventListener('change', (event) => {
	const slider = event.target.closest?.('[data-stops]');
	if (slider) {
		const from = new Date(slider.dataset.from).getTime();
		const whole = new Date(slider.dataset.until).getTime() - from;
		const stop = slider.dataset.stops.split(' ').map((each) => each.split('='))
			.find(([x]) => Math.abs(Number(x) - Number(slider.value)) < 6);
		move(slider, stop ? stop[1] : new Date(from + whole * Number(slider.value) / Number(slider.max)).toISOString());
	}
});

function stepOf(key) {
	return { ArrowLeft: { stops: -1 }, ArrowDown: { stops: -1 }, ArrowRight: { stops: 1 }, ArrowUp: { stops: 1 },
		PageDown: { months: -1 }, PageUp: { months: 1 } }[key];
}

function move(slider, time) {
	const from = new Date(slider.dataset.from).getTime();
	const until = new Date(slider.dataset.until).getTime();
	const at = new Date(time).getTime();
	const address = new URL(slider.dataset.address, document.baseURI);
	if (at < until) {
		address.searchParams.set('at', (at < from) ? slider.dataset.from : time);
	}
	slider.dataset.at = time;
	slider.value = Math.round(slider.max * (at - from) / Math.max(1, until - from));
	htmx.ajax('GET', address.pathname + address.search, { source: slider, target: 'main', select: 'main', swap: 'outerHTML' });
	history.replaceState(history.state, '', address);
}
