package dev.sayso.exchange.imports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.exchange.ServiceColumns;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Records the noes of a row, whatever else is wrong with it: on the person it names by
 * id, else on everybody who has one of its addresses, else on a new profile that has
 * nothing but the address.
 * <p>
 * An id and an address disagree where the id is one person's and the address only
 * others': then the address counts, for whom a no is said, and the person of the id is
 * left alone. An address that nobody has yet is the new one of the id's person.
 */
@Component
class RowNoes {

	private final ProfileLookup references;

	private final ProfileManagement profiles;

	private final RecordAddressNo recordAddressNo;

	private final RecordSay recordSay;

	private final Says says;

	private final NoTimes times;

	private final AddressOwners owners;

	private final ServiceColumns services;

	RowNoes(ProfileLookup references, ProfileManagement profiles, RecordAddressNo recordAddressNo, RecordSay recordSay,
			Says says, AddressOwners owners, ServiceColumns services) {
		this.references = references;
		this.profiles = profiles;
		this.recordAddressNo = recordAddressNo;
		this.recordSay = recordSay;
		this.says = says;
		this.times = new NoTimes(says);
		this.owners = owners;
		this.services = services;
	}

	/** Who has the id that Sayso gave: one profile or none. */
	List<Profile> identified(RowDetails details) {
		String id = details.id();
		return (id != null) ? this.references.candidates("id:" + id) : List.of();
	}

	/** Who has the external id of a row: one profile or none. */
	List<Profile> named(RowDetails details) {
		String id = details.externalId();
		return (id != null) ? this.references.candidates("externalId:" + id) : List.of();
	}

	/**
	 * Whether the id is one person's and the address, e-mail else mobile, only others'.
	 * @param named who has the id
	 */
	boolean disagree(List<Profile> named, RowDetails details) {
		Details address = details.address();
		return !named.isEmpty() && address != null
				&& Collections.disjoint(named.get(0).details().addresses().entrySet(), address.addresses().entrySet())
				&& !owners(address).isEmpty();
	}

	/** Records the noes on whomever the row's details make out. */
	Noes record(ImportRow row, RowDetails details) {
		List<Profile> known = row.answers().hasNoes() ? identified(details) : List.of();
		List<Profile> named = (known.isEmpty() && row.answers().hasNoes()) ? named(details) : known;
		return (named.isEmpty() || disagree(named, details)) ? recordByAddress(row, details)
				: record(named.get(0).id(), row, details.others());
	}

	/**
	 * Records the noes on everybody who has an address of the row; where nobody has the
	 * first, on a new profile with it.
	 */
	Noes recordByAddress(ImportRow row, RowDetails details) {
		List<Details> addresses = details.addresses();
		if (!row.answers().hasNoes()) {
			return Noes.NONE;
		}
		if (addresses.isEmpty()) {
			String id = details.externalId();
			return (id == null || row.isBroken()) ? new Noes(0, 0, 0, true)
					: record(create(RowDetails.only("externalId", id), row), row, List.of());
		}
		if (owners(addresses.get(0)).isEmpty()) {
			create(addresses.get(0), row);
		}
		Noes noes = record(addresses, row, List.of());
		return noes.lost(!noes.arePlaced());
	}

	/** Records the noes on one profile, and for further addresses. */
	Noes record(ProfileId profile, ImportRow row, List<Details> others) {
		Noes noes = Noes.NONE;
		for (boolean own : new boolean[] { true, false }) {
			List<Statement> statements = this.times.fill(row.answers().noes(own), () -> List.of(profile));
			if (!statements.isEmpty()) {
				noes = noes.and(count(List.of(profile), statements,
						this.recordSay.record(profile, row.context().declaration(statements, row, own)), row));
			}
		}
		return noes.and(recordServices(List.of(profile), row)).and(record(others, row, List.of(profile)));
	}

	/**
	 * Records the noes on everybody who has one of some addresses, and keeps them for
	 * those that nobody has. An address of another kind than the first takes those for
	 * its channels.
	 * @param counted whose noes are counted already
	 */
	Noes record(List<Details> addresses, ImportRow row, Collection<ProfileId> counted) {
		Noes noes = Noes.NONE;
		for (boolean own : new boolean[] { true, false }) {
			Set<ProfileId> done = new HashSet<>(counted);
			for (Details address : row.answers().noes(own).isEmpty() ? List.<Details>of() : addresses) {
				List<Statement> said = row.answers()
					.noes(own)
					.stream()
					.filter((no) -> concerns(no, address, addresses.get(0)))
					.toList();
				List<Statement> statements = this.times.fill(said, () -> owners(address));
				if (statements.isEmpty()) {
					continue;
				}
				RecordAddressNo.Outcome outcome = this.recordAddressNo.record(address,
						row.context().declaration(statements, row, own));
				List<ProfileId> owners = outcome.profiles().stream().filter(done::add).toList();
				noes = noes.and(count(owners, statements, outcome.entries(), row))
					.and(outcome.profiles().isEmpty() ? kept(statements, outcome) : Noes.NONE);
			}
		}
		return (addresses.isEmpty() || !counted.isEmpty()) ? noes
				: noes.and(recordServices(owners(addresses.get(0)), row));
	}

	/**
	 * Unsubscribes those who say that they are not subscribed to a service; where there
	 * is nobody, nothing comes and nothing has to be kept.
	 */
	private Noes recordServices(List<ProfileId> people, ImportRow row) {
		Noes noes = Noes.NONE;
		for (Map.Entry<String, RowAnswers.ServiceAnswer> no : row.answers().services(false).entrySet()) {
			noes = people.isEmpty() ? noes.and(new Noes(0, 1, 0, false)) : noes;
			for (ProfileId person : people) {
				noes = noes.and(switch (this.services.record(person,
						row.context().declaration(List.of(), row, no.getValue().own()), no.getKey(), false,
						row.answers().saidAt(no.getKey()))) {
					case CHANGED -> new Noes(1, 0, 0, false);
					case OVERTAKEN -> new Noes(0, 0, 1, false);
					case STANDS, IGNORED, CLOSED -> new Noes(0, 1, 0, false);
				});
			}
		}
		return noes;
	}

	private ProfileId create(Details details, ImportRow row) {
		return this.profiles.create(details, Map.of(), row.context().editor()).id();
	}

	private List<ProfileId> owners(Details address) {
		return this.owners.ids(address.addresses());
	}

	private static boolean concerns(Statement no, Details address, Details first) {
		Set<Channel> channels = address.addresses().keySet();
		return channels.equals(first.addresses().keySet())
				|| no.purpose().channel().map(channels::contains).orElse(no.purpose() == Purpose.MARKETING_ANY);
	}

	/**
	 * What became of noes for an address that nobody has; one to any channel is kept for
	 * several and counts once.
	 */
	private static Noes kept(List<Statement> noes, RecordAddressNo.Outcome outcome) {
		int recorded = Math.min(noes.size(), outcome.fresh());
		return new Noes(recorded, Math.min(noes.size(), outcome.kept().size()) - recorded, 0, false);
	}

	/**
	 * What became of noes; where a later yes stands, an older no does not, which is told.
	 */
	private Noes count(List<ProfileId> owners, List<Statement> noes, List<LedgerEntry> entries, ImportRow row) {
		List<LedgerEntry> recorded = entries.stream()
			.filter((entry) -> entry.after().equals(Choice.NO.value()))
			.toList();
		int standing = 0;
		int overtaken = 0;
		for (ProfileId owner : (recorded.size() < owners.size() * noes.size()) ? owners : List.<ProfileId>of()) {
			Say say = this.says.find(owner);
			for (Statement no : noes) {
				boolean isNew = recorded.stream()
					.anyMatch((entry) -> entry.profile().equals(owner) && entry.purpose().equals(no.purpose().key()));
				boolean stands = say.explicit(no.purpose()) == Choice.NO;
				standing += (!isNew && stands) ? 1 : 0;
				overtaken += (say.explicit(no.purpose()) == Choice.YES) ? 1 : 0;
			}
		}
		if (overtaken > 0) {
			row.faults().add(new Fault("", "", "import.told.later"));
		}
		return new Noes(recorded.size(), standing, overtaken, false);
	}

}
