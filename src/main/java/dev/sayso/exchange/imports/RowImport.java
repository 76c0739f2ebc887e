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
 * Imports one row: finds or creates the profile, adds its values, records its statements.
 * Values that are not in the row stay, and no yes of a file lifts a no.
 */
@Component
class RowImport {

	private final ProfileReferences references;

	private final DetailsDrafts drafts;

	private final ProfileManagement profiles;

	private final AttributeValues values;

	private final RecordSay recordSay;

	private final Says says;

	RowImport(ProfileReferences references, DetailsDrafts drafts, ProfileManagement profiles, AttributeValues values,
			RecordSay recordSay, Says says) {
		this.references = references;
		this.drafts = drafts;
		this.profiles = profiles;
		this.values = values;
		this.recordSay = recordSay;
		this.says = says;
	}

	/**
	 * Imports a row in the caller's transaction.
	 */
	ImportRowResult importRow(FileRow fileRow, ImportContext context) {
		ImportRow row = new ImportRow(fileRow, context);
		if (fileRow.fault() != null) {
			return ImportRowResult.rejected(row.faults());
		}
		DetailsDraft details = this.drafts.of(row.details(), context.plan().region());
		List<Fault> faults = new ArrayList<>(row.faults());
		details.faults()
			.forEach((fault) -> faults.add(new Fault(row.column(fault.field()), fault.value(), fault.code())));
		if (!faults.isEmpty()) {
			return ImportRowResult.rejected(faults);
		}
		return match(context, row, details.details());
	}

	private ImportRowResult match(ImportContext context, ImportRow row, Details details) {
		Map<String, Object> fields = details.fields();
		String key = context.plan().matchBy().fields().stream().filter(fields::containsKey).findFirst().orElse(null);
		if (key == null) {
			return ImportRowResult.rejected(new Fault("", "", "import.fault.key"));
		}
		List<Profile> candidates = this.references.candidates(key + ":" + fields.get(key));
		if (candidates.size() > 1) {
			return ImportRowResult
				.rejected(new Fault(row.column(key), fields.get(key).toString(), "import.fault.ambiguous"));
		}
		ProfileEditor editor = new ProfileEditor(Origin.IMPORT, actor(context), context.run().source());
		return candidates.isEmpty() ? create(context, row, details, editor)
				: change(candidates.get(0), context, row, details, editor);
	}

	private ImportRowResult create(ImportContext context, ImportRow row, Details details, ProfileEditor editor) {
		Profile created = this.profiles.create(details, row.attributes(), editor);
		return recordStatements(created, ImportRowResult.Kind.ADDED, context, row);
	}

	private ImportRowResult change(Profile before, ImportContext context, ImportRow row, Details details,
			ProfileEditor editor) {
		Map<String, Object> valuesBefore = this.values.of(before.id());
		Map<String, Object> values = new HashMap<>(valuesBefore);
		values.putAll(row.attributes());
		Details merged = before.details().and(details);
		boolean same = merged.equals(before.details()) && values.equals(valuesBefore);
		if (!same) {
			this.profiles.edit(before.id(), null, merged, values, editor);
		}
		return recordStatements(before, same ? ImportRowResult.Kind.UNCHANGED : ImportRowResult.Kind.CHANGED, context,
				row);
	}

	private ImportRowResult recordStatements(Profile profile, ImportRowResult.Kind kind, ImportContext context,
			ImportRow row) {
		if (row.statements().isEmpty()) {
			return new ImportRowResult(kind, 0, 0, List.of());
		}
		int ignored = ignored(profile, row.statements()) + row.contradictions();
		Evidence evidence = Evidence.NONE.with("file", context.run().file().fileName())
			.with("row", row.line())
			.with("note", context.plan().note());
		List<LedgerEntry> entries = this.recordSay.record(profile.id(),
				Declaration.byImport(actor(context), row.statements(), evidence, context.run().source()));
		int optOuts = (int) entries.stream().filter((entry) -> entry.after().equals(Choice.NO.value())).count();
		boolean changed = kind == ImportRowResult.Kind.UNCHANGED && !entries.isEmpty();
		return new ImportRowResult(changed ? ImportRowResult.Kind.CHANGED : kind, optOuts, ignored, List.of());
	}

	/**
	 * How many yeses are ignored because an explicit no stands.
	 */
	private int ignored(Profile profile, List<Statement> statements) {
		List<Statement> yeses = statements.stream().filter((statement) -> statement.choice() != Choice.NO).toList();
		if (yeses.isEmpty()) {
			return 0;
		}
		Say sayBefore = this.says.of(profile.id());
		return (int) yeses.stream().filter((yes) -> sayBefore.explicit(yes.purpose()) == Choice.NO).count();
	}

	private static Actor actor(ImportContext context) {
		String by = context.run().startedBy();
		return new Actor(Actor.Kind.ACCOUNT, null, (by != null) ? by : "");
	}

}
