package dev.sayso.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which addresses are the API's, where programs are answered and not people.
 */
public final class ApiPath {

	private ApiPath() {
	}

	/**
	 * Whether an address is one of them.
	 * @param uri the path as it was sent
	 */
	public static boolean matches(String uri) {
		String path = clean(uri);
		return path.startsWith("/api/") || path.startsWith("/ofrep/") || path.equals("/api") || path.equals("/ofrep");
	}

	/** The path that was called, also where an error page answers for it. */
	public static String requested(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return clean((failed != null) ? failed.toString() : request.getRequestURI());
	}

	/** The path without the slash that a base address ended with. */
	public static String clean(String uri) {
		int slashes = 0;
		while (slashes < uri.length() && uri.charAt(slashes) == '/') {
			slashes++;
		}
		return (slashes > 1) ? uri.substring(slashes - 1) : uri;
	}

}
