package dev.sayso.shared.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads what nobody types in a form but chooses: its lists, radios, buttons and hidden
 * fields. A value that no page offers is never taken for another: the form is refused as
 * a whole. One that is absent or empty is no choice.
 */
public final class Choices {

	private Choices() {
	}

	/**
	 * What was chosen.
	 * @param none what holds where nothing was
	 * @param of what a value stands for
	 */
	public static <T extends @Nullable Object> T read(@Nullable String sent, T none,
			Function<String, ? extends Optional<? extends T>> of) {
		if (sent == null || sent.isEmpty()) {
			return none;
		}
		Optional<? extends T> chosen = of.apply(sent);
		check(chosen.isPresent());
		return chosen.get();
	}

	/** The same among a few words, of which the first holds where nothing was chosen. */
	public static String read(@Nullable String sent, String first, String... others) {
		return read(sent, first,
				(word) -> Optional.of(word).filter((each) -> each.equals(first) || List.of(others).contains(each)));
	}

	/** The same where any number may be chosen. */
	public static <T> List<T> readAll(Collection<String> sent, Function<String, Optional<T>> of) {
		return sent.stream().filter((value) -> !value.isEmpty()).map((value) -> {
			Optional<T> chosen = of.apply(value);
			check(chosen.isPresent());
			return chosen.get();
		}).toList();
	}

	/** Refuses the form where something in it was not offered. */
	public static void check(boolean offered) {
		if (!offered) {
			throw new FormBinding.UnreadableForm(new IllegalArgumentException("a choice that is none"));
		}
	}

}
