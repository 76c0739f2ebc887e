// Shortcuts, the palette and open menus.
const palette = document.getElementById('palette');
const find = document.getElementById('find');
const RECENT = 'sayso.recent';

const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', (event) => {
	if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && find) {
		event.preventDefault();
		find.focus();
		find.select();
	}
	else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && palette) {
		event.preventDefault();
		open();
	}
	else if (event.key === 'Escape') {
		closeMenus(null, true);
	}
});

document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu'), false));

function closeMenus(kept, refocus) {
	for (const menu of document.querySelectorAll('details.menu[open]')) {
		if (menu !== kept) {
			menu.open = false;
			if (refocus && menu.contains(document.activeElement)) {
				menu.querySelector('summary').focus();
			}
		}
	}
}

function recent() {
	try {
		return JSON.parse(sessionStorage.getItem(RECENT) ?? '[]');
	}
	catch {
		return [];
	}
}

function remember() {
	const name = document.querySelector('main h1')?.textContent.trim();
	if (name && palette) {
		const here = { name, href: location.pathname + location.search };
		const others = recent().filter((page) => page.href !== here.href);
		try {
			sessionStorage.setItem(RECENT, JSON.stringify([here, ...others].slice(0, 8)));
		}
		catch {
			// a browser that keeps nothing has no recent pages
		}
	}
}

function showRecent() {
	const section = palette.querySelector('[data-palette-recent]');
	const pages = recent().filter((page) => page.href !== location.pathname + location.search).slice(0, 5);
	section.querySelector('ul').replaceChildren(...pages.map((page) => {
		const link = document.createElement('a');
		link.href = page.href;
		link.textContent = page.name;
		const item = document.createElement('li');
		item.append(link);
		return item;
	}));
	section.hidden = pages.length === 0;
}

function open() {
	if (!palette.open) {
		showRecent();
		palette.showModal();
	}
	const input = palette.querySelector('input');
	input.focus();
	input.select();
}

function narrow(words) {
	for (const section of palette.querySelectorAll('[data-palette-entries]')) {
		let any = false;
		for (const item of section.querySelectorAll('li')) {
			item.hidden = !item.textContent.toLowerCase().includes(words);
			any ||= !item.hidden;
		}
		section.hidden = !any;
	}
	palette.querySelector('[data-palette-recent]').hidden = words !== '' || recent().length === 0;
	if (words === '') {
		palette.querySelector('#palette-results').replaceChildren();
	}
}

function walk(event) {
	const links = [...palette.querySelectorAll('.palette-body a')].filter((link) => link.offsetParent !== null);
	const at = links.indexOf(document.activeElement);
	if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
		event.preventDefault();
		const to = at + (event.key === 'ArrowDown' ? 1 : -1);
		(links[to] ?? (to < 0 ? palette.querySelector('input') : links[0]))?.focus();
	}
	else if (event.key === 'Enter' && at < 0 && links.length > 0) {
		event.preventDefault();
		links[0].click();
	}
}

if (palette) {
	palette.querySelector('input').addEventListener('input', (event) => narrow(event.target.value.trim().toLowerCase()));
	palette.addEventListener('keydown', walk);
	palette.addEventListener('click', (event) => event.target === palette && palette.close());
}
remember();
