package dev.sayso.profile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * The demo's five hundred people and what they said over the last months, recorded in the
 * same way as everybody else's, each at its own time.
 */
@Component
@Order(20)
class DemoPeople implements DemoContent {

	private static final Map<String, String> PAGES = Map.of("preferences", "Preferences v1", "do-not-contact",
			"Do not contact v1", "stop-everything", "Stop everything v1");

	private final ProfileManagement management;

	private final RecordSay record;

	private final Attributes attributes;

	private final DetailsDrafts drafts;

	private final Clock clock;

	DemoPeople(ProfileManagement management, RecordSay record, Attributes attributes, DetailsDrafts drafts,
			Clock clock) {
		this.management = management;
		this.record = record;
		this.attributes = attributes;
		this.drafts = drafts;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "people";
	}

	@Override
	public void lay() {
		Instant now = this.clock.instant();
		declare("tier", "Tier", Attribute.Type.ONE_OF, "bronze\nsilver\ngold", now);
		declare("lastOrder", "Last order", Attribute.Type.DATE, "", now);
		declare("orders", "Orders", Attribute.Type.NUMBER, "", now);
		declare("member", "Member of the club", Attribute.Type.BOOLEAN, "", now);
		Map<String, ProfileId> people = new HashMap<>();
		List<Line> lines = new ArrayList<>();
		lines.addAll(read("/demo/people.csv", now,
				(row, clock) -> people.put(row.getField("externalId"), create(row, now, clock))));
		lines.addAll(read("/demo/says.csv", now, (row, clock) -> this.record.at(clock)
			.record(people.get(row.getField("externalId")), declaration(row))));
		lines.sort(Comparator.comparing(Line::at));
		lines.forEach((line) -> line.action().accept(line.row(), Clock.fixed(line.at(), ZoneOffset.UTC)));
	}

	private record Line(Instant at, NamedCsvRecord row, BiConsumer<NamedCsvRecord, Clock> action) {
	}

	private static List<Line> read(String resource, Instant now, BiConsumer<NamedCsvRecord, Clock> action) {
		try (Reader reader = new InputStreamReader(DemoPeople.class.getResourceAsStream(resource),
				StandardCharsets.UTF_8);
				CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
			return rows.stream().map((row) -> new Line(now.minus(minutes(row)), row, action)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nobody does things on the full minute. */
	private static Duration minutes(NamedCsvRecord row) {
		long minutes = Long.parseLong(row.getField("minutesAgo"));
		return Duration.ofMinutes(minutes).plusMillis(minutes * 7919 % 60000);
	}

	private void declare(String name, String label, Attribute.Type type, String options, Instant now) {
		if (this.attributes.findByName(name).isEmpty()) {
			this.attributes.save(new Attribute(Ids.next(), null, name, label, type, options, now));
		}
	}

	private ProfileId create(NamedCsvRecord row, Instant now, Clock clock) {
		ProfileEditor by = new ProfileEditor(Origin.IMPORT, Actor.system(), "Import “Demo people”");
		Details details = this.drafts.draft(row.getFieldsAsMap(), "FR").details();
		return this.management.create(details, values(row, now), by, clock.instant()).id();
	}

	private static Map<String, Object> values(NamedCsvRecord row, Instant now) {
		Map<String, Object> values = new HashMap<>();
		put(values, "tier", row.getField("tier"), Function.identity());
		put(values, "orders", row.getField("orders"), BigDecimal::new);
		put(values, "lastOrder", row.getField("lastOrderDaysAgo"),
				(days) -> LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(Long.parseLong(days)));
		put(values, "member", row.getField("member"), Boolean::valueOf);
		return values;
	}

	private static void put(Map<String, Object> values, String name, String text, Function<String, ?> reader) {
		if (!text.isEmpty()) {
			values.put(name, reader.apply(text));
		}
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
			case "api" ->
				Declaration.byApi(new Actor(Actor.Kind.TOKEN, null, who), false, statements(row), evidence, false);
			case "import" -> Declaration.byImport(new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes"), statements(row),
					Evidence.NONE.with("file", who + ".csv").with("row", Integer.valueOf(row.getField("note"))),
					"Import “" + who + "”", false);
			default -> throw new IllegalStateException(row.toString());
		};
	}

	private static Evidence page(String page) {
		return Evidence.NONE.with("page", page).with("version", 1);
	}

	private static List<Statement> statements(NamedCsvRecord row) {
		String reason = row.getField("reason");
		return Arrays.stream(row.getField("says").split(" "))
			.map((say) -> say.split("="))
			.map((say) -> Statement.of(Purpose.of(say[0]).orElseThrow(), Choice.of(say[1]).orElseThrow(),
					reason.isEmpty() ? null : reason))
			.toList();
	}

}
