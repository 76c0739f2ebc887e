/*
 * Sends the page's form by itself once a person has the page before their eyes for a moment.
 * Not for a reload, not for a page one goes back to, not for one that a browser only prepares.
 */
(() => {
	const form = document.querySelector("form[data-automatic]");
	const navigation = performance.getEntriesByType("navigation")[0];
	if (!form || !navigation || navigation.type !== "navigate") {
		return;
	}
	let timer;
	let over = false;
	const seen = () => document.visibilityState === "visible" && !document.prerendering;
	const stop = () => {
		over = true;
		clearTimeout(timer);
	};
	const wait = () => {
		clearTimeout(timer);
		if (!over && seen() && document.readyState === "complete") {
			timer = setTimeout(() => {
				if (!over && seen()) {
					over = true;
					form.elements.automatic.value = "on";
					form.submit();
				}
			}, 1500);
		}
	};
	addEventListener("pageshow", (event) => {
		if (event.persisted) {
			stop();
		}
	});
	addEventListener("pagehide", stop);
	form.addEventListener("submit", stop);
	document.addEventListener("visibilitychange", wait);
	document.addEventListener("prerenderingchange", wait);
	// before the page is complete a browser would put the answer in its place, and Back would lead past it
	if (document.readyState === "complete") {
		wait();
	}
	else {
		addEventListener("load", wait);
	}
})();
