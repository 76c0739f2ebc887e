// A strip of tabs that is wider than the screen shows the one that is open.
for (const tab of document.querySelectorAll('.tabs [aria-current], .settings-nav [aria-current]')) {
	const strip = tab.closest('.tabs, .settings-nav');
	const before = tab.getBoundingClientRect().left - strip.getBoundingClientRect().left;
	strip.scrollLeft += before - (strip.clientWidth - tab.offsetWidth) / 2;
}
