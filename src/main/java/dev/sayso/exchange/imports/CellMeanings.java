package dev.sayso.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ChannelTerms;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.DoubleEncoding;
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

	/** The same where a column is about a service. */
	private static final List<String> OF_SERVICES = List.of("", "y", "n", "own", "?");

	private static final Pattern TOKEN = Pattern.compile("(\\d{1,3}):([a-zA-Z?]*):([A-Za-z0-9_-]*)");

	/** What other tools say is to be done, or not, in place of an answer. */
	private static final String DONE = "(?:allow|send|permit|zulassen|erlauben|senden|autoriser|envoyer|toestaan|versturen|permitir|enviar|consentire|consenti"
			+ "|inviare|разрешить|отправлять|zezwol|zezwalaj|wysylaj)";

	private static final Pattern TO_DO = Pattern.compile(DONE);

	private static final Pattern NOT_TO_DO = Pattern
		.compile("(?:donot|dont|not|nicht|nepas|niet|no|non|не|nie)" + DONE);

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
	 * @param purposes what the cell says it of; empty for what its column is about
	 */
	record Meaning(String key, @Nullable Instant saidAt, List<Purpose> purposes) {

		static final Meaning UNREAD = new Meaning("?", null);

		Meaning(String key, @Nullable Instant saidAt) {
			this(key, saidAt, List.of());
		}

		boolean isUnread() {
			return this.key.equals("?");
		}

		boolean isOwn() {
			return this.key.equals("own");
		}

		boolean isUndeliverable() {
			return this.key.equals("undeliverable");
		}

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
			if (isToken(token) && parts.matches()) {
				meanings.byHand.put(parts.group(1) + ":" + parts.group(3), parts.group(2));
			}
		}
		return meanings;
	}

	static boolean isToken(String token) {
		Matcher parts = TOKEN.matcher(token);
		return parts.matches() && CHOICES.contains(parts.group(2));
	}

	static CellMeanings of(ImportPlan plan) {
		return of(plan.meanings().lines().toList(), plan.dates());
	}

	static List<String> choices(ColumnTarget target) {
		return (target.kind() == ColumnTarget.Kind.SERVICE) ? OF_SERVICES : CHOICES;
	}

	/** The value of a form by which a meaning is given to a value of a column. */
	static String token(int column, String meaning, String value) {
		return column + ":" + meaning + ":" + code(value);
	}

	String text() {
		List<String> lines = new ArrayList<>();
		this.byHand.forEach((place, meaning) -> lines.add(place.replaceFirst(":", ":" + meaning + ":")));
		return String.join("\n", lines.stream().sorted().toList());
	}

	Meaning interpret(int column, ColumnTarget target, String text) {
		String said = this.byHand.isEmpty() ? null : this.byHand.get(column + ":" + code(text));
		Meaning usual = usual(target, text);
		return (said == null || said.equals(usual.key())) ? usual : new Meaning(said, null);
	}

	Meaning usual(ColumnTarget target, String cell) {
		String text = DoubleEncoding.repair(cell);
		boolean stop = target.kind() == ColumnTarget.Kind.NO;
		Optional<WrittenAnswer> answer = WrittenAnswer.parse(text);
		if (target.kind() == ColumnTarget.Kind.SERVICE) {
			return ofService(text, answer);
		}
		if (target.kind() == ColumnTarget.Kind.PENDING) {
			return answer.map(CellMeanings::pending).orElse(Meaning.UNREAD);
		}
		if (!stop && Choice.of(text).isPresent()) {
			return new Meaning(text, null);
		}
		String word = WrittenAnswer.normalize(text);
		if (NOT_TO_DO.matcher(word).matches() || TO_DO.matcher(word).matches()) {
			return new Meaning(NOT_TO_DO.matcher(word).matches() ? "n" : stop ? "" : "y", null);
		}
		if (answer.isPresent()) {
			return new Meaning(key(answer.get(), stop), null);
		}
		if (stop && text.matches("[2-9]")) {
			// codes for the reason of a stop, as Mautic has them
			return new Meaning("n", null);
		}
		Instant time = stop ? CellParser.time(text, this.order) : null;
		if (time != null || stop && CellParser.isTimeLike(text)) {
			return new Meaning("own", time);
		}
		List<Purpose> channels = stop ? channels(target, text) : List.of();
		if (!channels.isEmpty()) {
			return new Meaning("n", null, channels);
		}
		return StopTerms.in(text)
			.map((said) -> new Meaning(key(said, stop), null))
			.orElseGet(() -> CellRemarks.no(text, stop)
				.map((said) -> new Meaning(key(said, stop), null))
				.orElse(Meaning.UNREAD));
	}

	/**
	 * What people and tools write of a subscription; an export knows one more word. Who
	 * is unsubscribed may have been by others, so that it alone is no own no.
	 */
	private static Meaning ofService(String text, Optional<WrittenAnswer> answer) {
		return text.strip().equalsIgnoreCase("ended") ? new Meaning("", null)
				: answer.map((said) -> new Meaning(switch (said) {
					case YES, STAYS -> "y";
					case NO, STOPPED, LEFT -> "n";
					case BOUNCED, WAITING, SILENT -> "";
				}, null)).orElse(Meaning.UNREAD);
	}

	/** Whether a cell says in a word of its own that somebody left. */
	static boolean saysLeft(String cell) {
		return WrittenAnswer.parse(DoubleEncoding.repair(cell)).filter(WrittenAnswer.LEFT::equals).isPresent();
	}

	private static Meaning pending(WrittenAnswer answer) {
		return new Meaning(switch (answer) {
			case YES, STAYS, WAITING -> "p";
			case NO, SILENT -> "";
			case LEFT, STOPPED, BOUNCED -> key(answer, true);
		}, null);
	}

	/** The channels that a stop names; a stop of one channel knows no wider one. */
	private static List<Purpose> channels(ColumnTarget target, String text) {
		Purpose column = target.purpose().orElseThrow();
		return ChannelTerms.list(text)
			.stream()
			.map((purpose) -> (purpose == Purpose.MARKETING_ANY) ? column : purpose)
			.distinct()
			.toList();
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

	private static String code(String value) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
	}

}
