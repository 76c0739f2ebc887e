package dev.sayso.shared.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A form holds a value that its page did not offer.
 */
@ResponseStatus(HttpStatus.BAD_REQUEST)
class UnreadableFormException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableFormException(Throwable cause) {
		super("a value that no page offers", cause);
	}

}
