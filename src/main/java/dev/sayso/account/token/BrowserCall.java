package dev.sayso.account.token;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who calls, as far as what they may ask depends on it: a server asks about anybody, a
 * web page about whoever it can prove to be.
 */
public enum BrowserCall {

	/** A server's token, or none. */
	NONE,

	/** A browser's token. */
	WITHIN,

	/**
	 * A browser's token that has called more often than it may. It is answered as for a
	 * visitor: a page that was refused would go on showing what it had.
	 */
	BEYOND;

	private static final String ATTRIBUTE = BrowserCall.class.getName();

	public static BrowserCall of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof BrowserCall call) ? call : NONE;
	}

	public void mark(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

}
