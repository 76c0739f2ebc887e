package dev.sayso.consent.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Records a yes that is said through an address, which whoever sends from it proves to
 * have: it becomes the yes of every profile that has the address, and ends every no that
 * was kept for it, a carrier's too. What is undeliverable stays so.
 */
@Component
public class RecordAddressYes {

	private final AddressOwners owners;

	private final Suppressions suppressions;

	private final RecordSuppression suppress;

	private final RecordSay record;

	RecordAddressYes(AddressOwners owners, Suppressions suppressions, RecordSuppression suppress, RecordSay record) {
		this.owners = owners;
		this.suppressions = suppressions;
		this.suppress = suppress;
		this.record = record;
	}

	/**
	 * @param profiles who has the address
	 * @param changed with how many of them the yes changed something
	 * @param ended how many noes ended that were kept for the address
	 * @param outdated whether a no stands that was said since, or at the same moment
	 */
	public record Outcome(List<ProfileId> profiles, int changed, int ended, boolean outdated) {

	}

	/**
	 * @param address normalised
	 * @param saidAt when the yes was said
	 * @param yes by whom and what proves it
	 */
	@Transactional
	public Outcome record(Channel channel, String address, Instant saidAt, Declaration yes) {
		Map<Channel, String> alone = Map.of(channel, address);
		this.suppress.hold(alone);
		List<ProfileId> people = this.owners.ids(alone);
		people.forEach(this.record::hold);
		List<Suppression> kept = this.suppressions.held(Map.of(alone, alone))
			.getOrDefault(alone, List.of())
			.stream()
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY)
			.toList();
		boolean outdated = kept.stream().anyMatch((no) -> !no.since().isBefore(saidAt))
				|| people.stream().anyMatch((owner) -> saidNoSince(this.record.hold(owner), channel, saidAt));
		if (outdated) {
			return new Outcome(people, 0, 0, true);
		}
		kept.forEach((no) -> this.suppress.end(no, (owner) -> yes.stating(List.of()), yes.actor(),
				new Grounds(null, yes.evidence())));
		long changed = people.stream().filter((owner) -> !this.record.record(owner, yes).isEmpty()).count();
		return new Outcome(people, (int) changed, kept.size(), false);
	}

	private static boolean saidNoSince(Say say, Channel channel, Instant saidAt) {
		return List.of(Purpose.MARKETING_ANY, Purpose.marketing(channel))
			.stream()
			.flatMap((purpose) -> say.get(purpose).stream())
			.anyMatch((consent) -> consent.choice() == Choice.NO && !consent.saidAt().isBefore(saidAt));
	}

}
