package dev.sayso.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.coyote.BadRequestException;

/**
 * Thrown to who reads a body that comes too slowly. The container answers a bad request;
 * where it cannot read for any other reason it only hangs up.
 */
public class SlowBodyException extends BadRequestException {

	private static final long serialVersionUID = 1L;

	/** What the API says of it. */
	public static final String DETAIL = "The body came too slowly; nothing was changed.";

	public SlowBodyException() {
		super(DETAIL);
	}

	/** Whether this is why a request is answered by an error page. */
	public static boolean ended(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof SlowBodyException;
	}

}
