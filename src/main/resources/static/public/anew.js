/*
 * Asks for the page anew where a browser shows it again as it was: what it shows may have
 * changed, and its form was sent already. A page that a form was answered with is asked for
 * by its address, as it cannot be had again without sending the form.
 */
addEventListener("pageshow", (event) => {
	if (event.persisted) {
		if (document.querySelector("form[data-automatic]")) {
			location.reload();
		}
		else {
			location.replace(location.pathname + location.search);
		}
	}
});
