package dev.sayso.account;

import java.net.URI;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where to go within this site, asked for by a request.
 */
public final class LocalPath {

	/** What a firewall refuses: empty and upward steps of a path. */
	private static final Pattern UNUSUAL = Pattern.compile("^[^?#]*(//|/\\.\\.?([/?#]|$)|\\\\|;)");

	private LocalPath() {
	}

	/**
	 * The path and query to go to, or {@code otherwise} where it is no URL of this site:
	 * what came from outside never leads anywhere else.
	 */
	public static String of(@Nullable String requested, String otherwise) {
		try {
			boolean local = requested != null && requested.matches("/(?![/\\\\])[\\x21-\\x7e]{0,2000}");
			return (local && !UNUSUAL.matcher(requested).find()) ? URI.create(requested).toString() : otherwise;
		}
		catch (IllegalArgumentException ex) {
			return otherwise;
		}
	}

}
