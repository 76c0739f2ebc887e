package dev.sayso.consent.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;

/**
 * Finds the noes in members of a body that are not as they should be, with a name in
 * other letters, standing twice, without their object or within one too many: whatever is
 * wrong with them, a no in them is meant.
 */
final class MisspelledNoes {

	private static final Set<String> NOES = Set.of(Choice.NO.value(), "no", "non", "nee", "false");

	private MisspelledNoes() {
	}

	/**
	 * @param path the names that lead to it
	 */
	static List<Statement> in(List<String> path, JsonNode value) {
		String name = String.join(".", path.stream().map(String::strip).toList()).toLowerCase(Locale.ROOT);
		return noes(name, value).toList();
	}

	/** Whether a value means no, however it is written. */
	static boolean isNo(JsonNode value) {
		return (value.isBoolean() && !value.booleanValue())
				|| (value.isString() && NOES.contains(value.stringValue().strip().toLowerCase(Locale.ROOT)));
	}

	private static Stream<Statement> noes(String name, JsonNode value) {
		if (value.isObject()) {
			return value.properties()
				.stream()
				.flatMap((member) -> noes(name + "." + member.getKey().strip().toLowerCase(Locale.ROOT),
						member.getValue()));
		}
		if (value.isArray()) {
			return value.values().stream().flatMap((element) -> noes(name, element));
		}
		return isNo(value) ? Arrays.stream(Purpose.values())
			.filter((purpose) -> isAbout(name, purpose))
			.map((purpose) -> Statement.of(purpose, Choice.NO)) : Stream.empty();
	}

	private static boolean isAbout(String name, Purpose purpose) {
		String key = purpose.key().toLowerCase(Locale.ROOT);
		String stated = "." + (name.endsWith(".val") ? name.substring(0, name.length() - ".val".length()) : name);
		return stated.endsWith("." + key) || (purpose == Purpose.MARKETING_ANY && stated.endsWith(".marketing"));
	}

}
