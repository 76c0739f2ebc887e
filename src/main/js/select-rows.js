// Select rows, the whole page, or all that match; says the number aloud.
function connect(form) {
	const page = form.querySelector('[data-select-page]');
	const bar = form.querySelector('[data-selection]');
	const all = form.querySelector('[data-select-all-input]');
	const match = form.querySelector('[data-select-match]');
	const rows = () => [...form.querySelectorAll('tbody input[type=checkbox][name=id]')];
	if (!bar || form.dataset.connected) {
		return;
	}
	form.dataset.connected = 'true';

	function show() {
		const boxes = rows();
		const picked = boxes.filter((box) => box.checked).length;
		const count = all?.value === 'true' && match?.dataset.selectMatch ? match.dataset.selectMatch : String(picked);
		boxes.forEach((box) => box.closest('tr').classList.toggle('sel', box.checked));
		if (page) {
			page.checked = picked === boxes.length && picked > 0;
			page.indeterminate = picked > 0 && picked < boxes.length;
		}
		bar.hidden = picked === 0;
		form.querySelectorAll('[data-selected-count]').forEach((place) => { place.textContent = count; });
		const spoken = form.querySelector('[data-selected-spoken]');
		if (spoken) {
			spoken.textContent = picked > 0 ? (spoken.dataset.template ?? '{n}').replace('{n}', count) : '';
		}
		if (match) {
			match.hidden = all?.value === 'true';
		}
	}

	function pick(checked) {
		rows().forEach((box) => { box.checked = checked; });
	}

	function ofAll(value) {
		if (all) {
			all.value = String(value);
		}
	}

	form.addEventListener('change', (event) => {
		if (event.target === page) {
			pick(page.checked);
		}
		ofAll(false);
		show();
	});
	match?.addEventListener('click', () => {
		pick(true);
		ofAll(true);
		show();
		bar.querySelector('.end .btn')?.focus();
	});
	form.querySelector('[data-select-clear]')?.addEventListener('click', () => {
		pick(false);
		ofAll(false);
		show();
		page?.focus();
	});
	show();
}

const connectAll = (root) => root.querySelectorAll('form[data-select-rows]').forEach(connect);
document.addEventListener('htmx:load', (event) => {
	if (event.detail.elt.matches?.('form[data-select-rows]')) {
		connect(event.detail.elt);
	}
	connectAll(event.detail.elt);
});
connectAll(document);
