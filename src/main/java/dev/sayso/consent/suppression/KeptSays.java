package dev.sayso.consent.suppression;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.SayChanged;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * Noes that were kept for an address: they come back as the no of whoever gains the
 * address, and end where that no is lifted by the rules.
 */
@Component
class KeptSays {

	/** What evidence of a no says that came back. */
	static final String KEPT_SINCE = "keptSince";

	private final Profiles profiles;

	private final Says says;

	private final Suppressions suppressions;

	private final SuppressedProfiles suppressed;

	private final RecordSay record;

	private final SuppressionRows rows;

	KeptSays(Profiles profiles, Says says, Suppressions suppressions, SuppressedProfiles suppressed, RecordSay record,
			SuppressionRows rows) {
		this.rows = rows;
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
		List<Suppression> suppressions = new ArrayList<>(this.suppressions.find(saved.gained()));
		List<Suppression> kept = kept(suppressions).stream()
			.filter((suppression) -> suppression.isInForce(this.rows.now()))
			.toList();
		kept.forEach((suppression) -> this.record.record(saved.profile(), no(suppression)));
		if (!kept.isEmpty()) {
			Say say = this.says.find(saved.profile());
			List<Suppression> answered = kept.stream().filter((suppression) -> isAnswered(suppression, say)).toList();
			lift(answered, Actor.subject());
			suppressions.removeAll(answered);
		}
		this.suppressed.add(saved.profile(), suppressions);
	}

	private static List<Suppression> kept(List<Suppression> suppressions) {
		return suppressions.stream().filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY).toList();
	}

	/**
	 * Whether the person themself said yes since; what others told of them lifts no no of
	 * theirs.
	 */
	private static boolean isAnswered(Suppression kept, Say say) {
		return !say.saysNoToAny() && say.get(Purpose.marketing(kept.channel()))
			.filter((consent) -> consent.choice() == Choice.YES && isTheirs(consent.own(), consent.origin()))
			.filter((consent) -> consent.saidAt().isAfter(kept.since()))
			.isPresent();
	}

	/**
	 * What was kept was said when it was said, whenever it comes back. It stands for
	 * somebody who is gone, so it is as much theirs as their own word.
	 */
	private static Declaration no(Suppression kept) {
		return new Declaration(kept.origin(), Actor.system(), true, false,
				List.of(new Statement(Purpose.marketing(kept.channel()), Choice.NO, kept.since(), null)),
				Evidence.NONE.with(KEPT_SINCE, kept.since().toString()).with("identified", kept.own()), kept.source(),
				null, Map.of());
	}

	/**
	 * Ends what was kept for the channels of which a no was lifted that had come back, or
	 * to which the person said yes themself; what others told of the address is ended by
	 * their yes, or by proof.
	 */
	@EventListener
	void release(SayChanged changed) {
		if (!changed.keptNoes()) {
			return;
		}
		Map<Channel, LedgerEntry> openings = new EnumMap<>(Channel.class);
		changed.entries()
			.stream()
			.filter(KeptSays::opens)
			.forEach((entry) -> Purpose.of(entry.purpose())
				.flatMap(Purpose::channel)
				.ifPresent((channel) -> openings.put(channel, entry)));
		if (!openings.isEmpty()) {
			this.profiles.findById(changed.profile()).ifPresent((profile) -> {
				Map<Channel, String> addresses = new EnumMap<>(Channel.class);
				addresses.putAll(profile.addresses());
				addresses.keySet().retainAll(openings.keySet());
				List<Suppression> kept = kept(this.suppressions.find(addresses));
				if (!kept.isEmpty()) {
					Say say = this.says.find(profile.id());
					kept.stream()
						.filter((suppression) -> !say.saysNo(suppression.channel()) && !say.saysNoToAny()
								&& ends(suppression, openings.get(suppression.channel())))
						.forEach((suppression) -> lift(List.of(suppression),
								openings.get(suppression.channel()).actor()));
				}
			});
		}
	}

	private void lift(List<Suppression> suppressions, Actor by) {
		if (!suppressions.isEmpty()) {
			this.rows.lift(suppressions, by, Grounds.NONE);
		}
	}

	private static boolean opens(LedgerEntry entry) {
		return Purpose.of(entry.purpose()).isPresent()
				&& ((Choice.NO.value().equals(entry.before()) && !Choice.NO.value().equals(entry.after()))
						|| isTheirYes(entry));
	}

	private static boolean ends(Suppression kept, LedgerEntry opening) {
		return switch (kept.reason()) {
			case KEPT_SAY, IMPORTED -> true;
			default -> isTheirYes(opening) || !opening.evidence().isEmpty();
		};
	}

	private static boolean isTheirYes(LedgerEntry entry) {
		return Choice.YES.value().equals(entry.after()) && isTheirs(entry.own(), entry.origin());
	}

	/** What another system or a file tells of them is not enough to come back by. */
	private static boolean isTheirs(boolean own, Origin origin) {
		return own && (origin == Origin.SUBJECT || origin == Origin.OPERATOR);
	}

}
