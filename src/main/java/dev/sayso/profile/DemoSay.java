package dev.sayso.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody of the demo said, in whose words and by what way.
 */
final class DemoSay {

	private static final Map<String, String> PAGES = Map.of("preferences", "Preferences v1", "do-not-contact",
			"Do not contact v1", "stop-everything", "Stop everything v1");

	private DemoSay() {
	}

	static Declaration declaration(NamedCsvRecord row) {
		String who = row.getField("who");
		Evidence evidence = Evidence.NONE.with("note", row.getField("note"));
		return switch (row.getField("speaker")) {
			case "subject" -> Declaration.bySubject(statements(row), page(who), PAGES.get(who), null);
			case "visitor" ->
				Declaration.byVisitor(statements(row), page(who).with("identified", false), PAGES.get(who), null);
			case "operator" ->
				Declaration.byOperator(new Actor(Actor.Kind.ACCOUNT, null, who), statements(row), evidence);
			case "api" -> Declaration.byApi(new Actor(Actor.Kind.TOKEN, null, who), false, statements(row), evidence);
			case "import" -> Declaration.byImport(new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes"), statements(row),
					Evidence.NONE.with("file", who + ".csv").with("row", Integer.valueOf(row.getField("note"))),
					"Import “" + who + "”");
			default -> throw new IllegalStateException(row.toString());
		};
	}

	private static Evidence page(String page) {
		return Evidence.NONE.with("page", page).with("version", 1);
	}

	private static List<Statement> statements(NamedCsvRecord row) {
		String reason = row.getField("reason");
		return Arrays.stream(row.getField("says").split(" "))
			.map((say) -> statement(say.split("="), reason.isEmpty() ? null : reason))
			.toList();
	}

	private static Statement statement(String[] say, @Nullable String reason) {
		return Statement.of(Purpose.of(say[0]).orElseThrow(), Choice.of(say[1]).orElseThrow(), reason);
	}

}
