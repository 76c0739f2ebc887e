package dev.sayso.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.LedgerEntry;
import dev.sayso.consent.Origin;
import dev.sayso.consent.RecordSay;
import dev.sayso.consent.Say;
import dev.sayso.consent.Says;
import dev.sayso.consent.Statement;
import dev.sayso.exchange.Outcome.Fault;
import dev.sayso.profile.AttributeValues;
import dev.sayso.profile.Details;
import dev.sayso.profile.DetailsDraft;
import dev.sayso.profile.DetailsDrafts;
import dev.sayso.profile.Editor;
import dev.sayso.profile.KeepProfile;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileReference;
import dev.sayso.shared.Actor;

import org.springframework.stereotype.Component;

/**
 * Takes in one row: finds or creates the person, adds what the row knows, records what it
 * says. What stands and is not in the row stays, and no yes of a file lifts a no.
 */
@Component
class TakeRow {

	private final ProfileReference people;

	private final DetailsDrafts drafts;

	private final KeepProfile keep;

	private final AttributeValues values;

	private final RecordSay record;

	private final Says says;

	TakeRow(ProfileReference people, DetailsDrafts drafts, KeepProfile keep, AttributeValues values, RecordSay record,
			Says says) {
		this.people = people;
		this.drafts = drafts;
		this.keep = keep;
		this.values = values;
		this.record = record;
		this.says = says;
	}

	/**
	 * Takes in a row, in the caller's transaction.
	 */
	Outcome take(Row row, Sheet sheet) {
		RowDraft draft = new RowDraft(row, sheet);
		if (row.fault() != null) {
			return Outcome.rejected(draft.faults());
		}
		DetailsDraft typed = this.drafts.of(draft.typed(), sheet.plan().region());
		List<Fault> faults = new ArrayList<>(draft.faults());
		typed.faults()
			.forEach((fault) -> faults.add(new Fault(draft.column(fault.field()), fault.value(), fault.code())));
		if (!faults.isEmpty()) {
			return Outcome.rejected(faults);
		}
		return match(row, sheet, draft, typed.details());
	}

	private Outcome match(Row row, Sheet sheet, RowDraft draft, Details details) {
		Map<String, Object> fields = details.fields();
		String key = sheet.plan().matchBy().fields().stream().filter(fields::containsKey).findFirst().orElse(null);
		if (key == null) {
			return Outcome.rejected(new Fault("", "", "import.fault.key"));
		}
		List<Profile> found = this.people.candidates(key + ":" + fields.get(key));
		if (found.size() > 1) {
			return Outcome.rejected(new Fault(draft.column(key), fields.get(key).toString(), "import.fault.ambiguous"));
		}
		Editor by = new Editor(Origin.IMPORT, actor(sheet), sheet.run().source());
		return found.isEmpty() ? create(row, sheet, draft, details, by)
				: change(found.get(0), row, sheet, draft, details, by);
	}

	private Outcome create(Row row, Sheet sheet, RowDraft draft, Details details, Editor by) {
		Profile created = this.keep.create(details, draft.attributes(), by);
		return say(created, Outcome.Kind.ADDED, row, sheet, draft);
	}

	private Outcome change(Profile before, Row row, Sheet sheet, RowDraft draft, Details details, Editor by) {
		Map<String, Object> known = this.values.of(before.id());
		Map<String, Object> values = new HashMap<>(known);
		values.putAll(draft.attributes());
		Details merged = before.details().and(details);
		boolean same = merged.equals(before.details()) && values.equals(known);
		if (!same) {
			this.keep.edit(before.id(), null, merged, values, by);
		}
		return say(before, same ? Outcome.Kind.UNCHANGED : Outcome.Kind.CHANGED, row, sheet, draft);
	}

	private Outcome say(Profile profile, Outcome.Kind kind, Row row, Sheet sheet, RowDraft draft) {
		if (draft.statements().isEmpty()) {
			return new Outcome(kind, 0, 0, List.of());
		}
		int ignored = ignored(profile, draft.statements()) + draft.contradictions();
		Evidence evidence = Evidence.NONE.with("file", sheet.run().file().fileName())
			.with("row", row.line())
			.with("note", sheet.plan().note());
		List<LedgerEntry> entries = this.record.record(profile.id(),
				Declaration.byImport(actor(sheet), draft.statements(), evidence, sheet.run().source()));
		int noes = (int) entries.stream().filter((entry) -> entry.after().equals(Choice.NO.value())).count();
		boolean changed = kind == Outcome.Kind.UNCHANGED && !entries.isEmpty();
		return new Outcome(changed ? Outcome.Kind.CHANGED : kind, noes, ignored, List.of());
	}

	/**
	 * How many yeses come up against a no that stands.
	 */
	private int ignored(Profile profile, List<Statement> statements) {
		List<Statement> yeses = statements.stream().filter((statement) -> statement.choice() != Choice.NO).toList();
		if (yeses.isEmpty()) {
			return 0;
		}
		Say before = this.says.of(profile.id());
		return (int) yeses.stream().filter((yes) -> before.explicit(yes.purpose()) == Choice.NO).count();
	}

	private static Actor actor(Sheet sheet) {
		String by = sheet.run().startedBy();
		return new Actor(Actor.Kind.ACCOUNT, null, (by != null) ? by : "");
	}

}
