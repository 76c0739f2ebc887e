package dev.sayso.exchange.file;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.person.WrittenAnswer;

/**
 * What the cells of a column tell of it: addresses, answers, the states of subscribers.
 */
public final class ColumnCells {

	private static final Pattern EMAIL = Pattern.compile("(?:.*<|mailto:)?[^\\s@<>]+@[^\\s@<>]+\\.\\p{L}[^\\s@<>]*>?");

	/** A telephone number, and no time in seconds. */
	private static final Pattern NUMBER = Pattern
		.compile("(?!1\\d{9}(?:\\d{3})?(?:\\.0+)?$)\\+?(?:[\\s().-]?\\d){9,15}");

	/** What stands for nothing in a column of addresses, and for no in one of answers. */
	private static final Pattern EMPTY = Pattern.compile("[-☐0.,]+");

	/** States that a column of subscribers has, and no other column. */
	private static final Set<WrittenAnswer> TELLING = EnumSet.of(WrittenAnswer.LEFT, WrittenAnswer.STOPPED,
			WrittenAnswer.BOUNCED, WrittenAnswer.STAYS);

	private ColumnCells() {
	}

	public static List<String> of(List<FileRow> rows, int column) {
		return rows.stream()
			.map((row) -> (column < row.cells().size()) ? row.cells().get(column).strip() : "")
			.filter((cell) -> !cell.isEmpty())
			.toList();
	}

	/**
	 * The consent in a column that is named by a channel and holds answers instead of
	 * addresses; empty where it is none.
	 * @param named what the column is by its name
	 */
	static Optional<ColumnTarget> answered(String name, ColumnTarget named, List<String> cells) {
		String words = ChannelTerms.words(name);
		Purpose address = (named.kind() != ColumnTarget.Kind.DETAIL) ? null : switch (named.name()) {
			case "email" -> Purpose.MARKETING_EMAIL;
			case "mobile" -> Purpose.MARKETING_SMS;
			case "phone" -> Purpose.MARKETING_CALL;
			case "fax" -> Purpose.MARKETING_FAX;
			default -> null;
		};
		boolean open = named == ColumnTarget.NOTHING && ChannelTerms.isName(words);
		boolean number = address != null && !words.matches("sms|e ?mail|mail");
		if (address == null && !open || !areAnswers(cells)
				|| number && cells.stream().allMatch((cell) -> EMPTY.matcher(cell).matches())) {
			return Optional.empty();
		}
		return (address != null) ? Optional.of(ColumnTarget.consent(address)) : Optional.of(PurposeTerms.consent(words)
			.orElseGet(() -> ColumnTarget.consent(ChannelTerms.purpose(words).orElse(Purpose.MARKETING_ANY))));
	}

	/**
	 * What a column is whose name says nothing.
	 * @param stops whether states alone say nothing, as where another column holds
	 * answers
	 */
	static Optional<ColumnTarget> target(List<String> cells, String name, boolean stops) {
		if (are(EMAIL, cells)) {
			return Optional.of(ColumnTarget.of("email"));
		}
		if (name.isBlank() && areNumbers(cells)) {
			return Optional.of(ColumnTarget.of("mobile"));
		}
		boolean states = !stops && cells.stream().allMatch(ColumnCells::isState)
				&& cells.stream().anyMatch((cell) -> TELLING.contains(WrittenAnswer.parse(cell).orElseThrow()));
		List<String> left = ColumnTerms.isTold(name) ? List.of() : cells.stream().filter(StopTerms::isPlain).toList();
		if (!states && left.isEmpty()) {
			return Optional.empty();
		}
		if (states) {
			return Optional.of(ColumnTarget.consent(Purpose.MARKETING_EMAIL));
		}
		boolean list = left.stream().anyMatch(StopTerms::namesList);
		return Optional.of(ColumnTarget
			.no(StopTerms.purpose(name).orElse(list ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY)));
	}

	/** Whether a column that is left out may hold noes, by its name or by its cells. */
	public static boolean areDoubtful(String name, List<String> cells) {
		if (ExportColumns.isVerdict(name)) {
			return false;
		}
		boolean answers = cells.stream().anyMatch(ColumnCells::isAnswer);
		return StopTerms.in(name).isPresent() || cells.stream().distinct().anyMatch(StopTerms::isPlain)
				|| ColumnTerms.namesConsent(name) && (answers || !ColumnTerms.isTold(name))
				|| ColumnTerms.namesContact(name) && (answers || ColumnTerms.namesPreference(name));
	}

	/**
	 * What a column holds whose name speaks of an answer, such as <em>SMS no</em>, and
	 * whose cells are telephone numbers.
	 */
	static ColumnTarget numbers(ColumnTarget answer, List<ColumnTarget> targets) {
		String field = switch (answer.purpose().orElseThrow()) {
			case MARKETING_CALL -> "phone";
			case MARKETING_FAX -> "fax";
			default -> "mobile";
		};
		ColumnTarget target = ColumnTarget.of(field);
		return targets.contains(target) ? ColumnTarget.NOTHING : target;
	}

	static boolean areNumbers(List<String> cells) {
		return are(NUMBER, cells);
	}

	private static boolean areAnswers(List<String> cells) {
		return cells.stream().noneMatch((cell) -> EMAIL.matcher(cell).matches() || NUMBER.matcher(cell).matches())
				&& cells.stream().filter(ColumnCells::isAnswer).count() * 2 > cells.size();
	}

	private static boolean isAnswer(String cell) {
		return WrittenAnswer.parse(cell).filter((answer) -> answer != WrittenAnswer.SILENT).isPresent()
				|| cell.length() <= 60 && StopTerms.in(cell).isPresent();
	}

	private static boolean are(Pattern form, List<String> cells) {
		return cells.stream().filter((cell) -> form.matcher(cell).matches()).count() * 2 > cells.size();
	}

	private static boolean isState(String cell) {
		return WrittenAnswer.parse(cell)
			.filter((answer) -> answer != WrittenAnswer.YES && answer != WrittenAnswer.NO)
			.isPresent();
	}

}
