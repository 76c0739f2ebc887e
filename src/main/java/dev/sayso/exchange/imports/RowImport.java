package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.ProfileReferences;
import dev.sayso.shared.Actor;

/**
 * Takes in one row: finds or creates the person, adds what the row knows, records what it
 * says. What stands and is not in the row stays, and no yes of a file lifts a no.
 */
@Component
class RowImport {

	private final ProfileReferences people;

	private final DetailsDrafts drafts;

	private final ProfileManagement keep;

	private final AttributeValues values;

	private final RecordSay record;

	private final Says says;

	RowImport(ProfileReferences people, DetailsDrafts drafts, ProfileManagement keep, AttributeValues values,
			RecordSay record, Says says) {
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
	ImportRowResult take(FileRow row, ImportContext sheet) {
		ImportRow draft = new ImportRow(row, sheet);
		if (row.fault() != null) {
			return ImportRowResult.rejected(draft.faults());
		}
		DetailsDraft typed = this.drafts.of(draft.typed(), sheet.plan().region());
		List<Fault> faults = new ArrayList<>(draft.faults());
		typed.faults()
			.forEach((fault) -> faults.add(new Fault(draft.column(fault.field()), fault.value(), fault.code())));
		if (!faults.isEmpty()) {
			return ImportRowResult.rejected(faults);
		}
		return match(row, sheet, draft, typed.details());
	}

	private ImportRowResult match(FileRow row, ImportContext sheet, ImportRow draft, Details details) {
		Map<String, Object> fields = details.fields();
		String key = sheet.plan().matchBy().fields().stream().filter(fields::containsKey).findFirst().orElse(null);
		if (key == null) {
			return ImportRowResult.rejected(new Fault("", "", "import.fault.key"));
		}
		List<Profile> found = this.people.candidates(key + ":" + fields.get(key));
		if (found.size() > 1) {
			return ImportRowResult
				.rejected(new Fault(draft.column(key), fields.get(key).toString(), "import.fault.ambiguous"));
		}
		ProfileEditor by = new ProfileEditor(Origin.IMPORT, actor(sheet), sheet.run().source());
		return found.isEmpty() ? create(row, sheet, draft, details, by)
				: change(found.get(0), row, sheet, draft, details, by);
	}

	private ImportRowResult create(FileRow row, ImportContext sheet, ImportRow draft, Details details,
			ProfileEditor by) {
		Profile created = this.keep.create(details, draft.attributes(), by);
		return say(created, ImportRowResult.Kind.ADDED, row, sheet, draft);
	}

	private ImportRowResult change(Profile before, FileRow row, ImportContext sheet, ImportRow draft, Details details,
			ProfileEditor by) {
		Map<String, Object> known = this.values.of(before.id());
		Map<String, Object> values = new HashMap<>(known);
		values.putAll(draft.attributes());
		Details merged = before.details().and(details);
		boolean same = merged.equals(before.details()) && values.equals(known);
		if (!same) {
			this.keep.edit(before.id(), null, merged, values, by);
		}
		return say(before, same ? ImportRowResult.Kind.UNCHANGED : ImportRowResult.Kind.CHANGED, row, sheet, draft);
	}

	private ImportRowResult say(Profile profile, ImportRowResult.Kind kind, FileRow row, ImportContext sheet,
			ImportRow draft) {
		if (draft.statements().isEmpty()) {
			return new ImportRowResult(kind, 0, 0, List.of());
		}
		int ignored = ignored(profile, draft.statements()) + draft.contradictions();
		Evidence evidence = Evidence.NONE.with("file", sheet.run().file().fileName())
			.with("row", row.line())
			.with("note", sheet.plan().note());
		List<LedgerEntry> entries = this.record.record(profile.id(),
				Declaration.byImport(actor(sheet), draft.statements(), evidence, sheet.run().source()));
		int noes = (int) entries.stream().filter((entry) -> entry.after().equals(Choice.NO.value())).count();
		boolean changed = kind == ImportRowResult.Kind.UNCHANGED && !entries.isEmpty();
		return new ImportRowResult(changed ? ImportRowResult.Kind.CHANGED : kind, noes, ignored, List.of());
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

	private static Actor actor(ImportContext sheet) {
		String by = sheet.run().startedBy();
		return new Actor(Actor.Kind.ACCOUNT, null, (by != null) ? by : "");
	}

}
