package dev.sayso.consent;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What holds for a purpose under the order of precedence, said in SQL about the person
 * {@code p}; the same as {@link Say#effective} says of one person. It is made of what
 * exists and what does not, which a planner turns into joins.
 */
public final class ConsentSql {

	private ConsentSql() {
	}

	public static String of(Purpose purpose, ConsentDefaults defaults) {
		boolean otherwise = defaults.choice(purpose).allows(purpose);
		String allowing = choices((choice) -> choice.allows(purpose));
		String refusing = choices((choice) -> choice != Choice.UNKNOWN && !choice.allows(purpose));
		if (purpose.channel().isEmpty()) {
			return otherwise ? "not " + row(purpose, refusing) : row(purpose, allowing);
		}
		String any = "not " + row(Purpose.MARKETING_ANY, "'n'") + " and ";
		if (otherwise) {
			String covered = choices((choice) -> choice != Choice.UNKNOWN && choice != Choice.NO
					&& !choice.allows(Purpose.MARKETING_ANY));
			return any + "not " + row(purpose, refusing) + " and not " + row(Purpose.MARKETING_ANY, covered, "c",
					"p.id", " and not " + row(purpose, allowing, "o", "c.profile_id", ""));
		}
		return any + "(" + row(purpose, allowing) + " or " + row(Purpose.MARKETING_ANY, allowing) + " and not "
				+ row(purpose, refusing) + ")";
	}

	private static String choices(Predicate<Choice> which) {
		return Arrays.stream(Choice.values())
			.filter(which)
			.map((choice) -> "'" + choice.value() + "'")
			.collect(Collectors.joining(", "));
	}

	private static String row(Purpose purpose, String choices) {
		return row(purpose, choices, "c", "p.id", "");
	}

	private static String row(Purpose purpose, String choices, String row, String person, String more) {
		return "exists (select 1 from consent %1$s where %1$s.profile_id = %2$s and %1$s.purpose = '%3$s'"
			.formatted(row, person, purpose.key()) + " and " + row + ".choice in (" + choices + ")" + more + ")";
	}

}
