package dev.sayso.account;

import org.jspecify.annotations.Nullable;

/**
 * A place of this site to go back to; what came from outside never leads anywhere else.
 */
final class LocalPath {

	private LocalPath() {
	}

	/**
	 * The path and query asked for, or {@code otherwise} where it is none of this site.
	 */
	static String of(@Nullable String asked, String otherwise) {
		boolean local = asked != null && asked.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\{}]]*")
				&& asked.length() <= 2000;
		return local ? asked : otherwise;
	}

}
