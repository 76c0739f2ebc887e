package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Records the noes of a row, whatever else is wrong with it: on the person it names by
 * id, else on everybody who has its address, else on a new profile that has nothing but
 * it.
 */
@Component
class RowNoes {

	private final ProfileLookup references;

	private final ProfileManagement profiles;

	private final RecordAddressNo recordAddressNo;

	private final RecordSay recordSay;

	private final Says says;

	private final JdbcClient jdbc;

	RowNoes(ProfileLookup references, ProfileManagement profiles, RecordAddressNo recordAddressNo, RecordSay recordSay,
			Says says, JdbcClient jdbc) {
		this.references = references;
		this.profiles = profiles;
		this.recordAddressNo = recordAddressNo;
		this.recordSay = recordSay;
		this.says = says;
		this.jdbc = jdbc;
	}

	/**
	 * Records the noes on whomever the row's details make out.
	 */
	Noes record(ImportRow row, Details details, ImportContext context) {
		if (!row.answers().hasNoes()) {
			return Noes.NONE;
		}
		String externalId = details.externalId();
		if (externalId != null) {
			Optional<Profile> named = this.references.candidates("externalId:" + externalId).stream().findFirst();
			if (named.isPresent()) {
				return record(named.get().id(), row, context);
			}
		}
		List<Details> addresses = addresses(details);
		if (!addresses.isEmpty()) {
			return record(addresses.get(0), row, context);
		}
		return (externalId == null || row.isBroken()) ? new Noes(0, 0, true)
				: create(only("externalId", externalId), row, context);
	}

	/**
	 * Records the noes on everybody who has an address.
	 */
	Noes record(Details address, ImportRow row, ImportContext context) {
		if (context.plan().kind() == ImportPlan.Kind.PEOPLE && owners(address).isEmpty()) {
			return create(address, row, context);
		}
		Noes noes = Noes.NONE;
		for (boolean own : new boolean[] { true, false }) {
			List<Statement> statements = row.answers().noes(own);
			if (!statements.isEmpty()) {
				RecordAddressNo.Outcome outcome = this.recordAddressNo.record(address,
						context.declaration(timedFor(address, statements), row, own));
				int stated = statements.size() * outcome.profiles().size() + outcome.kept().size();
				noes = noes.and(count(outcome.entries(), stated).lost(!outcome.isTaken()));
			}
		}
		return noes;
	}

	/**
	 * Records the noes on one profile.
	 */
	Noes record(ProfileId profile, ImportRow row, ImportContext context) {
		Noes noes = Noes.NONE;
		for (boolean own : new boolean[] { true, false }) {
			List<Statement> statements = row.answers().noes(own);
			if (!statements.isEmpty()) {
				boolean dated = statements.stream().anyMatch((no) -> no.saidAt() != null);
				Declaration declaration = context
					.declaration(dated ? timed(this.says.of(profile), statements) : statements, row, own);
				noes = noes.and(count(this.recordSay.record(profile, declaration), statements.size()));
			}
		}
		return noes;
	}

	/**
	 * Records the noes on the profile that the row names by its id, if there is one.
	 */
	Noes recordKnown(ImportRow row, Details details, ImportContext context) {
		return this.references.candidates("externalId:" + details.externalId())
			.stream()
			.findFirst()
			.map((named) -> record(named.id(), row, context))
			.orElse(Noes.NONE.lost(row.answers().hasNoes()));
	}

	/**
	 * Noes for an address with their times, where those may count for everybody who has
	 * it.
	 */
	List<Statement> timedFor(Details address, List<Statement> noes) {
		List<Statement> timed = noes;
		for (ProfileId owner : timed.stream().anyMatch((no) -> no.saidAt() != null) ? owners(address)
				: List.<ProfileId>of()) {
			timed = timed(this.says.of(owner), timed);
		}
		return timed;
	}

	/**
	 * Each address of some details by itself, the one that names a person best first.
	 */
	static List<Details> addresses(Details details) {
		List<Details> addresses = new ArrayList<>();
		Map<String, Object> fields = details.fields();
		for (String field : List.of("email", "mobile", "phone", "fax", "pushToken")) {
			Object address = fields.get(field);
			if (address != null) {
				addresses.add(only(field, address.toString()));
			}
		}
		return addresses;
	}

	/**
	 * Details that hold one field and nothing else.
	 */
	static Details only(String field, String value) {
		return new Details(field.equals("externalId") ? value : null, null, null, field.equals("email") ? value : null,
				field.equals("mobile") ? value : null, field.equals("phone") ? value : null,
				field.equals("fax") ? value : null, field.equals("pushToken") ? value : null, null, null, null, null,
				null, null, null);
	}

	private Noes create(Details details, ImportRow row, ImportContext context) {
		return record(this.profiles.create(details, Map.of(), context.editor()).id(), row, context);
	}

	private List<ProfileId> owners(Details address) {
		Map<Channel, String> addresses = new EnumMap<>(address.addresses());
		return addresses.entrySet()
			.stream()
			.findFirst()
			.map((first) -> this.jdbc
				.sql("select id from profile where " + SearchKeys.addressColumn("profile", first.getKey())
						+ " = :address")
				.param("address", first.getValue())
				.query((result, number) -> new ProfileId(result.getObject("id", UUID.class)))
				.list())
			.orElse(List.of());
	}

	/**
	 * A yes that a file brought in was said at a time that nobody knows: no older no
	 * gives way to it.
	 */
	private static List<Statement> timed(Say say, List<Statement> noes) {
		return noes.stream().map((no) -> {
			Consent stands = say.get(no.purpose()).orElse(null);
			boolean hidden = stands != null && no.saidAt() != null && stands.choice() != Choice.NO
					&& stands.origin() == Origin.IMPORT && no.saidAt().isBefore(stands.saidAt());
			return hidden ? Statement.of(no.purpose(), Choice.NO) : no;
		}).toList();
	}

	private static Noes count(List<LedgerEntry> entries, int stated) {
		int recorded = (int) entries.stream().filter((entry) -> entry.after().equals(Choice.NO.value())).count();
		return new Noes(recorded, Math.max(0, stated - recorded), false);
	}

}
