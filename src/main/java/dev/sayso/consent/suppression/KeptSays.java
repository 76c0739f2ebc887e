package dev.sayso.consent.suppression;

import java.util.List;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.SayChanged;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Noes that were kept for an address: they come back as the no of whoever gains the
 * address, and end where that no is lifted by the rules.
 */
@Component
class KeptSays {

	private final Profiles profiles;

	private final Says says;

	private final Suppressions suppressions;

	private final SuppressedProfiles suppressed;

	private final RecordSay record;

	KeptSays(Profiles profiles, Says says, Suppressions suppressions, SuppressedProfiles suppressed, RecordSay record) {
		this.profiles = profiles;
		this.says = says;
		this.suppressions = suppressions;
		this.suppressed = suppressed;
		this.record = record;
	}

	/**
	 * Restores what was kept for the addresses that somebody gained, once their say is
	 * open.
	 */
	@EventListener
	void restore(ProfileSaved saved) {
		this.suppressed.remove(saved.profile(), saved.lost().keySet());
		List<Suppression> suppressions = this.suppressions.of(saved.gained());
		suppressions.stream()
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY)
			.forEach((suppression) -> this.record.record(saved.profile(), no(suppression)));
		this.suppressed.add(saved.profile(), suppressions);
	}

	/**
	 * What was kept stands for somebody who is gone, so it is as much theirs as their own
	 * word.
	 */
	private static Declaration no(Suppression kept) {
		return new Declaration(kept.origin(), Actor.system(), true, false,
				List.of(Statement.of(Purpose.marketing(kept.channel()), Choice.NO)),
				Evidence.NONE.with("keptSince", kept.since().toString()).with("identified", kept.own()), kept.source(),
				null, Map.of());
	}

	@EventListener
	void release(SayChanged changed) {
		boolean lifted = changed.keptNoes() && changed.entries()
			.stream()
			.anyMatch((entry) -> Choice.NO.value().equals(entry.before()) && !Choice.NO.value().equals(entry.after()));
		if (lifted) {
			this.profiles.findById(changed.profile())
				.ifPresent((profile) -> release(profile.id(), profile.addresses()));
		}
	}

	private void release(ProfileId profile, Map<Channel, String> addresses) {
		List<Suppression> kept = this.suppressions.of(addresses)
			.stream()
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY)
			.toList();
		if (!kept.isEmpty()) {
			Say say = this.says.of(profile);
			this.suppressions.lift(kept.stream()
				.filter((suppression) -> !say.saysNo(suppression.channel()) && !say.saysNoToAny())
				.toList());
		}
	}

}
