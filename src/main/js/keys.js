// Shortcuts, the palette and open menus.
const paletteTemplate = document.getElementById('palette');
let palette = null;
const find = document.getElementById('find');
const RECENT = 'sayso.recent';

const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', (event) => {
	if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && find) {
		event.preventDefault();
		find.focus();
		find.select();
	}
	else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && paletteTemplate) {
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
	if (name && paletteTemplate) {
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

// few pages need it, so it is made when it is first asked for
function make() {
	palette = paletteTemplate.content.firstElementChild.cloneNode(true);
	document.body.append(palette);
	window.htmx.process(palette);
	palette.querySelector('input').addEventListener('input', (event) => narrow(event.target.value.trim().toLowerCase()));
	palette.addEventListener('keydown', choose);
	palette.addEventListener('click', (event) => event.target === palette && palette.close());
}

function open() {
	if (!palette) {
		make();
	}
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

function linksIn(part) {
	return [...part.querySelectorAll('a')].filter((link) => link.offsetParent !== null);
}

function walk(event, input, part) {
	const links = linksIn(part);
	if (links.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
		event.preventDefault();
		const to = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
		(links[to] ?? (to < 0 ? input : links[0])).focus();
	}
}

function choose(event) {
	const input = palette.querySelector('input');
	const body = palette.querySelector('.palette-body');
	walk(event, input, body);
	if (event.key === 'Enter' && document.activeElement === input && linksIn(body).length > 0) {
		event.preventDefault();
		linksIn(body)[0].click();
	}
}

function suggest(form, part) {
	const fold = () => part.replaceChildren();
	form.addEventListener('input', () => find.value.trim() === '' && fold());
	form.addEventListener('focusout', (event) => !form.contains(event.relatedTarget) && fold());
	form.addEventListener('keydown', (event) => (event.key === 'Escape' ? fold() : walk(event, find, part)));
	part.addEventListener('mousedown', (event) => event.preventDefault());
	part.addEventListener('htmx:beforeSwap', (event) => {
		event.detail.shouldSwap &&= find.value.trim() !== '' && form.contains(document.activeElement);
	});
}

if (find) {
	suggest(find.form, document.getElementById('find-results'));
}
remember();
