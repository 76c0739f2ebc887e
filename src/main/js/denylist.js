// The denylist: names the result on its button, opens the grounds where an own no is unticked.
const denylist = document.querySelector('form[data-denylist]');

const boxOf = (row) => row.querySelector('[name="doNotContact"]');
const liftOf = (row) => row.querySelector('[data-lift]');
const stands = (row) => row.querySelector('[name="shown"]').value.split('=')[1] !== '';

function openLift(row) {
	const lift = liftOf(row);
	if (lift) {
		const open = stands(row) && !boxOf(row).checked;
		lift.hidden = !open;
		lift.disabled = !open;
		row.querySelector('.since').hidden = open;
	}
	return lift !== null && !lift.hidden;
}

function nameResult() {
	const rows = [...denylist.querySelectorAll('[data-row]')];
	const any = boxOf(rows[0]).checked;
	rows.slice(1).forEach((row) => row.classList.toggle('covered', any));
	const changed = rows.filter((row) => boxOf(row).checked !== stands(row));
	const lifted = changed.filter(openLift);
	rows.filter((row) => !changed.includes(row)).forEach(openLift);
	rows.forEach((row) => {
		const differs = changed.includes(row);
		row.classList.toggle('new', differs);
		row.querySelector('[data-unsaved]').hidden = !differs;
		row.querySelector('[data-saved]').hidden = differs;
	});
	const save = denylist.querySelector('[data-save]');
	const stops = changed.some((row) => boxOf(row).checked);
	save.classList.toggle('btn-stop', stops);
	if (changed.length === 1) {
		save.textContent = stops ? changed[0].dataset.stop : changed[0].dataset.allow;
	}
	else {
		save.textContent = denylist.dataset.many.replace('{0}', changed.length);
	}
	const footer = denylist.querySelector('footer');
	const alone = changed.length === 0 || (changed.length === 1 && lifted.length === 1);
	footer.hidden = alone;
	footer.classList.toggle('d-none', alone);
}

function keep(event) {
	const button = event.target.closest('[data-keep]');
	if (button) {
		event.preventDefault();
		const box = boxOf(button.closest('[data-row]'));
		box.checked = true;
		box.focus();
		box.dispatchEvent(new Event('change', { bubbles: true }));
	}
}

if (denylist) {
	denylist.addEventListener('click', keep);
	denylist.addEventListener('change', () => requestAnimationFrame(nameResult));
	denylist.addEventListener('input', () => requestAnimationFrame(nameResult));
	denylist.addEventListener('reset', () => setTimeout(nameResult));
	nameResult();
}
