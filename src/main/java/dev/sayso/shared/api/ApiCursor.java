package dev.sayso.shared.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The pages of the API's lists: an opaque cursor, and a limit that is kept.
 */
public final class ApiCursor {

	/** The most items of a page. */
	static final int MOST = 1000;

	private ApiCursor() {
	}

	/**
	 * @param next the cursor of the next page; absent at the end
	 */
	public record Page<T>(List<T> items, @Nullable String next) {

	}

	/**
	 * The requested number of items, 1 to 1000.
	 * @throws ProblemException 400 for any other number
	 */
	public static int limit(int requested) {
		if (requested < 1 || requested > MOST) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST + ".");
		}
		return requested;
	}

	/**
	 * A page out of what was read, of which one more than {@code limit} was queried.
	 * @param position what the next page starts behind, of the last item shown
	 */
	public static <T, R> Page<R> page(List<T> read, int limit, Function<T, String> position, Function<T, R> show) {
		List<T> shown = (read.size() > limit) ? read.subList(0, limit) : read;
		String next = (read.size() > limit) ? Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(position.apply(shown.get(limit - 1)).getBytes(StandardCharsets.UTF_8)) : null;
		return new Page<>(shown.stream().map(show).toList(), next);
	}

	/**
	 * What a cursor stands for.
	 * @throws ProblemException 400 when it is none of ours
	 */
	public static <T> @Nullable T position(@Nullable String cursor, Function<String, T> reader) {
		if (cursor == null) {
			return null;
		}
		try {
			return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
		}
		catch (RuntimeException ex) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The cursor is none that was given.");
		}
	}

}
