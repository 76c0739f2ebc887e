package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.exchange.file.ColumnHeaders;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.exchange.imports.ImportRowResult.Kind;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.ProfileLookup;

/**
 * Imports one row of people: finds the person, takes the noes, then every other cell that
 * can be read, and tells what was left out. Values that are not in the row stay, and no
 * yes of a file lifts a no.
 */
@Component
class RowImport {

	private final ProfileLookup references;

	private final DetailsDrafts drafts;

	private final ProfileManagement profiles;

	private final AttributeValues values;

	private final RowNoes rowNoes;

	private final RowYeses rowYeses;

	RowImport(ProfileLookup references, DetailsDrafts drafts, ProfileManagement profiles, AttributeValues values,
			RowNoes rowNoes, RowYeses rowYeses) {
		this.references = references;
		this.drafts = drafts;
		this.profiles = profiles;
		this.values = values;
		this.rowNoes = rowNoes;
		this.rowYeses = rowYeses;
	}

	/** Imports a row in the caller's transaction. */
	ImportRowResult importRow(FileRow fileRow, ImportContext context) {
		ImportRow row = new ImportRow(fileRow, context);
		RowDetails details = details(row);
		if (row.isBroken()) {
			return noesAlone(row, details);
		}
		Map<String, Object> fields = details.details().fields();
		List<Profile> known = (context.plan().matchBy() == ImportPlan.MatchBy.FIRST) ? this.rowNoes.identified(details)
				: List.of();
		String key = !known.isEmpty() ? ColumnTarget.ID.name()
				: context.plan().matchBy().fields().stream().filter(fields::containsKey).findFirst().orElse(null);
		if (key == null) {
			row.refuse("import.fault.key");
			return noesAlone(row, details);
		}
		List<Profile> named = this.rowNoes.named(details);
		if (this.rowNoes.disagree(known.isEmpty() ? named : known, details)) {
			row.reject(known.isEmpty() ? "externalId" : key, "import.fault.disagree");
			return noesAlone(row, details);
		}
		String address = known.isEmpty() ? fields.get(key).toString() : known.get(0).id().toString();
		List<Profile> candidates = !known.isEmpty() ? known
				: key.equals("externalId") ? named : this.references.candidates(key + ":" + address);
		if (candidates.size() > 1) {
			return ambiguous(row, key, details);
		}
		if (key.equals("externalId") && isSomebodyElse(candidates, details.details(), context)) {
			Noes noes = this.rowNoes.recordByAddress(row, details);
			row.reject("externalId", "import.fault.other");
			return row.rejected(noes);
		}
		boolean repeated = context.isRepeated(key + ":" + address.toLowerCase(Locale.ROOT), row.line());
		ImportRowResult result = candidates.isEmpty() ? create(row, details, named)
				: change(candidates.get(0), row, details, named);
		return repeated ? repeated(result) : result;
	}

	/**
	 * Takes the noes of a row that cannot be imported otherwise, in the caller's
	 * transaction.
	 */
	ImportRowResult importNoes(FileRow fileRow, ImportContext context, String why) {
		ImportRow row = new ImportRow(fileRow, context);
		row.refuse(why);
		return noesAlone(row, details(row));
	}

	RowDetails details(ImportRow row) {
		return new RowDetails(row, this.drafts);
	}

	/** By what a row knows its person: ids, addresses. */
	List<String> references(FileRow fileRow, ImportContext context) {
		RowDetails details = details(new ImportRow(fileRow, context));
		return Stream.concat(
				Stream.concat(Stream.ofNullable(details.id()).map("id:"::concat),
						Stream.ofNullable(details.externalId()).map("externalId:"::concat)),
				details.addresses().stream().map((address) -> address.addresses().toString()))
			.toList();
	}

	private ImportRowResult noesAlone(ImportRow row, RowDetails details) {
		return row.rejected(this.rowNoes.record(row, details));
	}

	/**
	 * Whether an id that is nothing but an id finds somebody with another e-mail address
	 * and another name: two lists give one number to two people.
	 */
	private static boolean isSomebodyElse(List<Profile> named, Details details, ImportContext context) {
		int column = context.targets().indexOf(ColumnTarget.of("externalId"));
		if (named.isEmpty() || !ColumnHeaders.isGenericId(context.header().get(column))) {
			return false;
		}
		Details known = named.get(0).details();
		return differ(known.email(), details.email()) && (differ(known.lastName(), details.lastName())
				? known.firstName() == null || details.firstName() == null
						|| differ(known.firstName(), details.firstName())
				: (known.lastName() == null || details.lastName() == null)
						&& differ(known.firstName(), details.firstName()));
	}

	private static boolean differ(@Nullable String one, @Nullable String two) {
		return one != null && two != null && !one.equalsIgnoreCase(two);
	}

	/** A no is said for the address; whose the other cells are nobody knows. */
	private ImportRowResult ambiguous(ImportRow row, String key, RowDetails details) {
		Noes noes = this.rowNoes.recordByAddress(row, details);
		boolean more = row.details().size() > 1 || !row.attributes().isEmpty() || !row.answers().others().isEmpty()
				|| !row.answers().services(true).isEmpty();
		if (more || !row.answers().hasNoes()) {
			row.reject(key, "import.fault.ambiguous");
			return row.rejected(noes);
		}
		return row.result((noes.recorded() > 0) ? Kind.CHANGED : Kind.UNCHANGED, noes, 0);
	}

	/**
	 * An external id that somebody else has is left out as any cell that cannot be.
	 * @param named who has the id
	 * @param owner whose row it is; null for a new person
	 */
	private static Details withoutTakenId(List<Profile> named, @Nullable Profile owner, Details details,
			ImportRow row) {
		if (named.isEmpty() || owner != null && owner.id().equals(named.get(0).id())) {
			return details;
		}
		row.reject("externalId", "import.fault.taken");
		return new Details(null, details.firstName(), details.lastName(), details.email(), details.mobile(),
				details.phone(), details.fax(), details.pushToken(), details.street(), details.postalCode(),
				details.city(), details.country(), details.language(), details.timeZone(), details.birthDate());
	}

	private ImportRowResult create(ImportRow row, RowDetails details, List<Profile> named) {
		Profile created = this.profiles.create(withoutTakenId(named, null, details.details(), row), row.attributes(),
				row.context().editor());
		return recordStatements(created, Kind.ADDED, row, details);
	}

	private ImportRowResult change(Profile before, ImportRow row, RowDetails details, List<Profile> named) {
		Map<String, Object> valuesBefore = this.values.find(before.id());
		Map<String, Object> values = new HashMap<>(valuesBefore);
		values.putAll(row.attributes());
		Details merged = before.details().and(withoutTakenId(named, before, details.details(), row));
		boolean same = merged.equals(before.details()) && values.equals(valuesBefore);
		if (!same) {
			this.profiles.edit(before.id(), null, merged, values, row.context().editor());
		}
		return recordStatements(before, same ? Kind.UNCHANGED : Kind.CHANGED, row, details);
	}

	private ImportRowResult recordStatements(Profile profile, Kind kind, ImportRow row, RowDetails details) {
		Noes noes = this.rowNoes.record(profile.id(), row, details.others());
		int ignored = row.answers().contradictions();
		RowYeses.Yeses yeses = this.rowYeses.record(profile.id(), row);
		ignored += yeses.ignored();
		boolean changed = noes.recorded() > 0 || yeses.changed();
		return row.result((changed && kind == Kind.UNCHANGED) ? Kind.CHANGED : kind, noes, ignored);
	}

	/** A second row for one person changes whom the first has brought. */
	private static ImportRowResult repeated(ImportRowResult result) {
		List<Fault> told = new ArrayList<>(result.faults());
		told.add(new Fault("", "", "import.told.repeated"));
		return new ImportRowResult((result.kind() == Kind.ADDED) ? Kind.CHANGED : result.kind(), result.noes(),
				result.ignored(), told);
	}

}
