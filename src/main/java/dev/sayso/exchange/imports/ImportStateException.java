package dev.sayso.exchange.imports;

import dev.sayso.shared.StaleEditException;

/**
 * An import has moved on since its page was opened, so that the request no longer makes
 * sense.
 */
class ImportStateException extends StaleEditException {

	private static final long serialVersionUID = 1L;

	ImportStateException() {
		super("import");
	}

}
