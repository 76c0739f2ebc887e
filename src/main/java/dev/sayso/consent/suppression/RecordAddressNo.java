package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Details;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Records a no that is said for an address, whoever has it: a file, a public form or a
 * text message often knows no more of a person. It becomes the no of every profile that
 * has the address, and is kept for the address where nobody has it, so that it comes back
 * with whoever gains it.
 */
@Component
public class RecordAddressNo {

	private final AddressOwners owners;

	private final RecordSay record;

	private final SuppressionRows rows;

	private final AddressLocks locks;

	private final Clock clock;

	RecordAddressNo(AddressOwners owners, RecordSay record, SuppressionRows rows, AddressLocks locks, Clock clock) {
		this.locks = locks;
		this.owners = owners;
		this.record = record;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * @param profiles who has one of the addresses, the oldest profile first
	 * @param entries what changed with them
	 * @param kept channels for whose address the no is kept, since nobody has it
	 * @param fresh for how many of them it was not kept already
	 */
	public record Outcome(List<ProfileId> profiles, List<LedgerEntry> entries, Set<Channel> kept, int fresh) {

	}

	/**
	 * Records noes for each address among some details.
	 * @param details nothing of them is written, and only the addresses are read
	 * @param noes who says no to what: origin, own, source and evidence are kept, and the
	 * time of each statement as when it was said last. A no to any channel is kept for
	 * every channel that the addresses serve
	 * @throws IllegalArgumentException when a statement is anything but a no
	 */
	@Transactional
	public Outcome record(Details details, Declaration noes) {
		return record(details.addresses(), noes);
	}

	/**
	 * The same for addresses that serve these channels alone.
	 * @param addresses normalised, by channel
	 */
	@Transactional
	public Outcome record(Map<Channel, String> addresses, Declaration noes) {
		if (noes.statements().stream().anyMatch((statement) -> statement.choice() != Choice.NO)) {
			throw new IllegalArgumentException("only a no is recorded for an address");
		}
		this.locks.hold(addresses);
		List<AddressOwners.Owner> owned = this.owners.find(addresses);
		List<LedgerEntry> entries = new ArrayList<>();
		Set<Channel> nobodys = EnumSet.noneOf(Channel.class);
		nobodys.addAll(addresses.keySet());
		for (AddressOwners.Owner owner : owned) {
			entries.addAll(this.record.record(owner.profile(), noes));
			nobodys.removeAll(owner.channels());
		}
		Map<Channel, Instant> kept = kept(nobodys, noes);
		int fresh = 0;
		for (Map.Entry<Channel, Instant> no : kept.entrySet()) {
			fresh += this.rows
				.keep(addresses.get(no.getKey()),
						Suppression.kept(no.getKey(), noes.origin(), noes.own(), no.getValue(), noes.source()),
						noes.actor())
				.fresh() ? 1 : 0;
		}
		return new Outcome(owned.stream().map(AddressOwners.Owner::profile).toList(), List.copyOf(entries),
				Set.copyOf(kept.keySet()), fresh);
	}

	/** Since when a no is kept, by the channels of addresses that nobody has. */
	private Map<Channel, Instant> kept(Set<Channel> nobodys, Declaration noes) {
		Map<Channel, Instant> kept = new EnumMap<>(Channel.class);
		for (Statement statement : noes.statements()) {
			Instant since = (statement.saidAt() != null) ? statement.saidAt() : this.clock.instant();
			channels(statement.purpose()).stream()
				.filter(nobodys::contains)
				.forEach((channel) -> kept.merge(channel, since, (one, two) -> one.isAfter(two) ? one : two));
		}
		return kept;
	}

	private static List<Channel> channels(Purpose purpose) {
		return (purpose == Purpose.MARKETING_ANY) ? Arrays.asList(Channel.values())
				: purpose.channel().stream().toList();
	}

}
