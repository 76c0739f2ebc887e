package dev.sayso.shared;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.springframework.dao.DuplicateKeyException;

/**
 * Names copies of what has a key and a name, however many are made at once.
 */
public final class DuplicateNames {

	/** A key that leaves room for a number behind it. */
	private static final int LONGEST = 55;

	private static final int TRIES = 20;

	private DuplicateNames() {
	}

	/**
	 * @param suffix what it ends with, such as <em>(copy)</em>
	 */
	public static String name(String name, String suffix) {
		return TextNormalizer.shorten(name, 200 - suffix.length() - 1) + " " + suffix;
	}

	/**
	 * Makes a copy under the first key that nobody has: of {@code x}, {@code x-2}.
	 * @param taken whether something has a key
	 * @param make makes it under a key, or throws {@link DuplicateKeyException} where
	 * somebody else just did
	 */
	public static <T> T make(String slug, Predicate<String> taken, Function<String, T> make) {
		for (int tried = 0;; tried++) {
			try {
				return make.apply(free(slug, taken));
			}
			catch (DuplicateKeyException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	private static String free(String slug, Predicate<String> taken) {
		String stem = TextNormalizer.shorten(slug.replaceAll("-\\d{1,4}$", ""), LONGEST).replaceAll("-+$", "");
		return IntStream.range(2, 10_000)
			.mapToObj((number) -> stem + "-" + number)
			.filter(taken.negate())
			.findFirst()
			.orElseThrow();
	}

}
