package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
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

		/** Whether anything of it was new. */
		public boolean changes() {
			return !this.entries.isEmpty() || this.fresh > 0;
		}

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
		Said alone = new Said(addresses, noes);
		return record(List.of(alone)).get(alone);
	}

	/**
	 * Noes of some addresses.
	 *
	 * @param addresses normalised, by channel
	 */
	public record Said(Map<Channel, String> addresses, Declaration noes) {

		public Said {
			if (noes.statements().stream().anyMatch((statement) -> statement.choice() != Choice.NO)) {
				throw new IllegalArgumentException("only a no is recorded for an address");
			}
		}

	}

	/**
	 * The same of many.
	 * @param all of different addresses that different people have
	 */
	@Transactional
	public Map<Said, Outcome> record(List<Said> all) {
		this.locks.hold(all.stream().map(Said::addresses).toList());
		Map<Said, List<AddressOwners.Owner>> owned = this.owners
			.findOfEach(all.stream().collect(Collectors.toMap((said) -> said, Said::addresses)));
		Map<ProfileId, Declaration> theirs = new LinkedHashMap<>();
		owned.forEach((said, owners) -> owners.forEach((owner) -> theirs.put(owner.profile(), said.noes())));
		Map<ProfileId, List<LedgerEntry>> entries = this.record.record(theirs);
		Map<Said, List<StatedSuppression>> nobodys = new HashMap<>();
		all.forEach((said) -> nobodys.put(said, nobodys(said, owned.getOrDefault(said, List.of()))));
		Map<StatedSuppression, SuppressionRows.Kept> kept = this.rows
			.keep(nobodys.values().stream().flatMap(List::stream).toList());
		Map<Said, Outcome> outcomes = new HashMap<>();
		nobodys.forEach((said, stated) -> {
			List<ProfileId> people = owned.getOrDefault(said, List.of())
				.stream()
				.map(AddressOwners.Owner::profile)
				.toList();
			outcomes.put(said,
					new Outcome(people, people.stream().flatMap((owner) -> entries.get(owner).stream()).toList(),
							stated.stream().map((each) -> each.suppression().channel()).collect(Collectors.toSet()),
							(int) stated.stream().filter((each) -> kept.get(each).fresh()).count()));
		});
		return outcomes;
	}

	private List<StatedSuppression> nobodys(Said said, List<AddressOwners.Owner> owners) {
		Declaration noes = said.noes();
		Set<Channel> nobodys = EnumSet.noneOf(Channel.class);
		nobodys.addAll(said.addresses().keySet());
		owners.forEach((owner) -> nobodys.removeAll(owner.channels()));
		List<StatedSuppression> stated = new ArrayList<>();
		kept(nobodys, noes).forEach((channel,
				since) -> stated.add(new StatedSuppression(said.addresses().get(channel),
						Suppression.kept(channel, noes.origin(), noes.own(), since, noes.source()), noes.actor(),
						Evidence.NONE)));
		return stated;
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
