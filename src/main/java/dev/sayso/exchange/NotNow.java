package dev.sayso.exchange;

import dev.sayso.shared.StaleEdit;

/**
 * Says that an import has moved on since its page was opened, so that what was asked no
 * longer makes sense.
 */
class NotNow extends StaleEdit {

	private static final long serialVersionUID = 1L;

	NotNow() {
		super("import");
	}

}
