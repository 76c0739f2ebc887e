package dev.sayso.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.StopTerms;
import dev.sayso.person.WrittenAnswer;
import dev.sayso.person.WrittenDate;

/**
 * What the values of an import's columns mean: as said by hand, else as people and other
 * tools write them.
 */
final class CellMeanings {

	/** The meanings to choose from in the mapping step. */
	static final List<String> CHOICES = List.of("", "y", "n", "own", "undeliverable", "p", "?");

	private static final Pattern TOKEN = Pattern.compile("(\\d{1,3}):([a-zA-Z?]*):([A-Za-z0-9_-]*)");

	private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?(\\.0+)?");

	private static final Pattern CLOCK = Pattern.compile(
			".*?(?:T|\\s)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*([aApP])?\\.?[mM]?\\.?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

	private final Map<String, String> byHand = new HashMap<>();

	private final WrittenDate.Order order;

	private CellMeanings(WrittenDate.Order order) {
		this.order = order;
	}

	/**
	 * What a cell means.
	 *
	 * @param key a choice, {@code own} for the person's own no, {@code undeliverable},
	 * empty for nothing, {@code ?} where it cannot be read
	 * @param saidAt when the person said it; null where the cell does not say
	 */
	record Meaning(String key, @Nullable Instant saidAt) {

		/** It cannot be read. */
		static final Meaning UNREAD = new Meaning("?", null);

		boolean isUnread() {
			return this.key.equals("?");
		}

		boolean isOwn() {
			return this.key.equals("own");
		}

		boolean isUndeliverable() {
			return this.key.equals("undeliverable");
		}

		/**
		 * The choice of a person of whom this is said.
		 */
		Optional<Choice> choice() {
			return (isOwn() || isUndeliverable()) ? Optional.of(Choice.NO) : Choice.of(this.key);
		}

	}

	/**
	 * Reads the values of a form, or of a plan: tokens of column, meaning and value. What
	 * is none is left out.
	 */
	static CellMeanings of(List<String> tokens, WrittenDate.Order order) {
		CellMeanings meanings = new CellMeanings(order);
		for (String token : tokens) {
			Matcher parts = TOKEN.matcher(token);
			if (parts.matches() && CHOICES.contains(parts.group(2))) {
				meanings.byHand.put(parts.group(1) + ":" + parts.group(3), parts.group(2));
			}
		}
		return meanings;
	}

	static CellMeanings of(ImportPlan plan) {
		return of(plan.meanings().lines().toList(), plan.dates());
	}

	/**
	 * The value of a form by which a meaning is given to a value of a column.
	 */
	static String token(int column, String meaning, String value) {
		return column + ":" + meaning + ":" + code(value);
	}

	/**
	 * All that was said by hand, for the plan.
	 */
	String text() {
		List<String> lines = new ArrayList<>();
		this.byHand.forEach((place, meaning) -> lines.add(place.replaceFirst(":", ":" + meaning + ":")));
		return String.join("\n", lines.stream().sorted().toList());
	}

	/**
	 * What a cell of an answer's column means.
	 */
	Meaning of(int column, ColumnTarget target, String text) {
		String said = this.byHand.isEmpty() ? null : this.byHand.get(column + ":" + code(text));
		Meaning usual = usual(target, text);
		return (said == null || said.equals(usual.key())) ? usual : new Meaning(said, null);
	}

	/**
	 * What a cell means as people and other tools write.
	 */
	Meaning usual(ColumnTarget target, String text) {
		boolean stop = target.kind() == ColumnTarget.Kind.NO;
		if (!stop && Choice.of(text).isPresent()) {
			return new Meaning(text, null);
		}
		Optional<WrittenAnswer> answer = WrittenAnswer.parse(text);
		if (answer.isPresent()) {
			return new Meaning(key(answer.get(), stop), null);
		}
		if (stop && text.matches("[2-9]")) {
			// codes for the reason of a stop, as Mautic has them
			return new Meaning("n", null);
		}
		Instant time = stop ? time(text) : null;
		if (time != null) {
			return new Meaning("own", time);
		}
		return StopTerms.in(text).map((topic) -> new Meaning(switch (topic) {
			case LEFT -> "own";
			case STOPPED -> "n";
			case BOUNCED -> "undeliverable";
		}, null)).orElse(Meaning.UNREAD);
	}

	private static String key(WrittenAnswer answer, boolean stop) {
		return switch (answer) {
			case YES -> stop ? "n" : "y";
			case NO -> stop ? "" : "n";
			case LEFT -> "own";
			case STOPPED -> "n";
			case BOUNCED -> "undeliverable";
			case STAYS -> stop ? "" : "y";
			case WAITING -> stop ? "" : "p";
			case SILENT -> "";
		};
	}

	/**
	 * Reads a time; of a day alone its end, so that a no is not put before a yes of the
	 * same day. Null where it is none.
	 */
	@Nullable Instant time(String text) {
		Matcher epoch = EPOCH.matcher(text);
		if (epoch.matches()) {
			return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			LocalDate date = WrittenDate.parse(text, this.order).orElse(null);
			return (date != null && date.getYear() > 1970) ? at(date, text) : null;
		}
	}

	private static @Nullable Instant at(LocalDate date, String text) {
		Matcher clock = CLOCK.matcher(text);
		if (!clock.matches()) {
			return LocalDateTime.of(date, LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
		}
		int hour = Integer.parseInt(clock.group(1)) % ((clock.group(4) != null) ? 12 : 24);
		boolean afternoon = "p".equalsIgnoreCase(clock.group(4));
		int second = (clock.group(3) != null) ? Integer.parseInt(clock.group(3)) : 0;
		String zone = (clock.group(5) != null && clock.group(5).matches("[+-].*")) ? clock.group(5) : "Z";
		try {
			return LocalDateTime
				.of(date, LocalTime.of(afternoon ? hour + 12 : hour, Integer.parseInt(clock.group(2)), second))
				.toInstant(ZoneOffset.of(zone));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static String code(String value) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
	}

}
