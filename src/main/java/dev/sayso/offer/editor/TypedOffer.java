package dev.sayso.offer.editor;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.shared.TextNormalizer;

/**
 * The parts of an offer as they were typed, by name, and what is wrong with each.
 */
final class TypedOffer {

	private final Map<String, String> values;

	private final Map<String, OfferFault> wrongs = new LinkedHashMap<>();

	TypedOffer(Map<String, String> values) {
		this.values = values;
	}

	Map<String, OfferFault> wrongs() {
		return this.wrongs;
	}

	void wrong(String name, OfferFault wrong) {
		this.wrongs.putIfAbsent(name, wrong);
	}

	/**
	 * The names of parts that begin so.
	 */
	Stream<String> names(String prefix) {
		return this.values.keySet().stream().filter((name) -> name.startsWith(prefix));
	}

	/**
	 * The beginnings of the names of rows, in their order, such as {@code caps.0}.
	 */
	List<String> rows(String list) {
		return PartRows.of(list, this.values);
	}

	@Nullable LocalDateTime time(String name) {
		try {
			return value(name).isEmpty() ? null : LocalDateTime.parse(value(name));
		}
		catch (DateTimeParseException ex) {
			wrong(name, OfferFault.of("offer.fault.time"));
			return null;
		}
	}

	int number(String name, int least, int most, String code) {
		String text = value(name);
		long number = text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
		if (number < least || number > most) {
			wrong(name, OfferFault.of(code));
			return least;
		}
		return (int) number;
	}

	String text(String name, int longest) {
		String text = value(name);
		if (text.length() <= longest) {
			return text;
		}
		wrong(name, OfferFault.of("offer.fault.long", longest));
		return TextNormalizer.shorten(text, longest);
	}

	String value(String name) {
		return this.values.getOrDefault(name, "").replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
	}

	boolean on(String name) {
		return OfferParts.ON.equals(this.values.get(name));
	}

	/**
	 * The one of this key, else the first.
	 */
	static <T> T one(T[] all, Function<T, String> key, String wanted) {
		return Arrays.stream(all).filter((one) -> key.apply(one).equals(wanted)).findFirst().orElse(all[0]);
	}

}
