// The landing page editor: what was saved shows in the preview, blocks are dragged, undo has its keys.
const pageEditor = document.querySelector('[data-page-editor]');

if (pageEditor) {
	const frame = document.querySelector('iframe[name=preview]');
	let waiting = 0;

	const refresh = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			const top = frame.contentDocument?.documentElement.scrollTop ?? 0;
			frame.addEventListener('load', () => {
				if (frame.contentDocument) {
					frame.contentDocument.documentElement.scrollTop = top;
				}
			}, { once: true });
			frame.contentWindow.location.reload();
		}, 150);
	};

	// both versions of a block are shown as an answer too
	document.addEventListener('htmx:beforeSwap', (event) => {
		const { xhr } = event.detail;
		if (pageEditor.contains(event.detail.requestConfig.elt) && [409, 422].includes(xhr.status) && xhr.response.includes('id="blocks"')) {
			event.detail.shouldSwap = true;
			event.detail.isError = false;
			event.detail.target = document.querySelector('#blocks');
			event.detail.selectOverride = '#blocks';
			event.detail.swapOverride = 'outerHTML';
		}
	});
	// a block moves at once, and is drawn anew when that is saved
	document.addEventListener('htmx:beforeRequest', (event) => {
		const [act, id] = (event.target.value ?? '').split(':');
		const row = ['up', 'down'].includes(act) && document.getElementById(`block-${id}`);
		if (row && act === 'up' && row.previousElementSibling?.dataset.block) {
			row.previousElementSibling.before(row);
		}
		else if (row && act === 'down' && row.nextElementSibling) {
			row.nextElementSibling.after(row);
		}
		if (row) {
			event.target.focus();
		}
	});
	document.addEventListener('htmx:afterRequest', (event) => {
		const { elt, successful, requestConfig } = event.detail;
		if (!successful || !requestConfig || requestConfig.verb === 'get' || !pageEditor.contains(elt) && document.contains(elt)) {
			return;
		}
		refresh();
		const told = document.querySelector('[data-saved]');
		if (told) {
			told.textContent = told.dataset.saved;
		}
	});

	// whom the preview is shown to
	document.querySelector('#preview-profile').addEventListener('change', (event) => {
		const address = new URL(frame.src);
		address.searchParams.set('profile', event.target.value);
		frame.src = address;
	});

	// dragging: the block is let go in front of the one below the pointer
	let dragged = null;
	const block = (target) => target.closest?.('li[data-block]');
	const mark = (row) => {
		document.querySelectorAll('.blk.over').forEach((other) => other.classList.remove('over'));
		row?.classList.add('over');
	};
	document.addEventListener('dragstart', (event) => {
		dragged = event.target.closest?.('.grip') ? block(event.target) : null;
		if (dragged) {
			event.dataTransfer.effectAllowed = 'move';
			event.dataTransfer.setData('text/plain', dragged.dataset.block);
			event.dataTransfer.setDragImage(dragged, 12, 12);
		}
	});
	document.addEventListener('dragover', (event) => {
		if (dragged && event.target.closest?.('#blocks')) {
			event.preventDefault();
			mark(block(event.target));
		}
	});
	document.addEventListener('drop', (event) => {
		if (!dragged || !event.target.closest?.('#blocks')) {
			return;
		}
		event.preventDefault();
		const over = block(event.target);
		const below = over && event.clientY > over.getBoundingClientRect().top + over.offsetHeight / 2;
		const next = below ? over.nextElementSibling : over;
		if (next !== dragged) {
			const order = document.querySelector('#order');
			order.elements.moved.value = dragged.dataset.block;
			order.elements.before.value = next?.dataset.block ?? '';
			dragged.parentElement.insertBefore(dragged, next ?? null);
			order.requestSubmit();
		}
		dragged = null;
	});
	document.addEventListener('dragend', () => {
		dragged = null;
		mark(null);
	});

	// undo and redo outside of fields, which have their own
	document.addEventListener('keydown', (event) => {
		const typing = event.target.closest?.('input, textarea, select');
		if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !typing) {
			event.preventDefault();
			document.querySelector(`#tools button[value=${event.shiftKey ? 'redo' : 'undo'}]`)?.click();
		}
	});
}
