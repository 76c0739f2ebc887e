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
import dev.sayso.shared.ProfileId;

/**
 * Noes that were kept for an address: they come back as the no of whoever gains the
 * address, and end where that no is lifted by the rules.
 */
@Component
class KeptSays {

	/** What evidence of a no says that came back. */
	static final String KEPT_SINCE = "keptSince";

	private static final Declaration BY_ITSELF = Declaration.bySystem(List.of(), Evidence.NONE, null, null);

	private final Profiles profiles;

	private final Says says;

	private final Suppressions suppressions;

	private final SuppressedProfiles suppressed;

	private final RecordSay record;

	private final RecordSuppression suppress;

	private final SuppressionNotices notices;

	KeptSays(Profiles profiles, Says says, Suppressions suppressions, SuppressedProfiles suppressed, RecordSay record,
			RecordSuppression suppress, SuppressionNotices notices) {
		this.suppress = suppress;
		this.notices = notices;
		this.profiles = profiles;
		this.says = says;
		this.suppressions = suppressions;
		this.suppressed = suppressed;
		this.record = record;
	}

	/**
	 * Restores what was kept for the addresses that somebody gained, once their say is
	 * open. What ends by itself becomes no say of theirs: it suppresses the address until
	 * then.
	 */
	@EventListener
	void restore(ProfileSaved saved) {
		this.suppress.hold(saved.lost());
		this.suppress.hold(saved.gained());
		forget(saved.profile(), saved.lost());
		List<Suppression> suppressions = new ArrayList<>(this.suppressions.find(saved.gained()));
		List<Suppression> kept = kept(suppressions).stream().filter(this::isInForce).toList();
		if (!kept.isEmpty()) {
			Say say = this.says.find(saved.profile());
			List<Suppression> answered = kept.stream().filter((suppression) -> isAnswered(suppression, say)).toList();
			answered.forEach((suppression) -> this.suppress.end(suppression, (owner) -> BY_ITSELF, Actor.subject(),
					Grounds.NONE));
			suppressions.removeAll(answered);
		}
		this.suppressed.add(saved.profile(), suppressions);
		suppressions.stream()
			.filter(this::isInForce)
			.forEach((suppression) -> this.notices.tell(saved.profile(), suppression, null));
		kept.stream()
			.filter((suppression) -> suppression.until() == null && suppressions.contains(suppression))
			.forEach((suppression) -> this.record.record(saved.profile(), no(suppression)));
	}

	private void forget(ProfileId profile, Map<Channel, String> lost) {
		this.suppressed.remove(profile, lost.keySet());
		this.suppressions.find(lost)
			.stream()
			.filter(this::isInForce)
			.forEach((suppression) -> this.notices.tellGone(profile, suppression));
	}

	private boolean isInForce(Suppression suppression) {
		return suppression.isInForce(this.notices.now());
	}

	private static List<Suppression> kept(List<Suppression> suppressions) {
		return suppressions.stream().filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY).toList();
	}

	/**
	 * Whether the person themself said yes since; what others told of them lifts no no of
	 * theirs.
	 */
	static boolean isAnswered(Suppression kept, Say say) {
		return !say.saysNoToAny() && say.get(Purpose.marketing(kept.channel()))
			.filter((consent) -> consent.choice() == Choice.YES && isTheirs(consent.own(), consent.origin()))
			.filter((consent) -> consent.saidAt().isAfter(kept.since()))
			.isPresent();
	}

	/**
	 * What was kept was said when it was said, whenever it comes back. It stands for
	 * somebody who is gone, so it is as much theirs as their own word.
	 */
	static Declaration no(Suppression kept) {
		return new Declaration(kept.origin(), Actor.system(), true, false,
				List.of(new Statement(Purpose.marketing(kept.channel()), Choice.NO, kept.since(), null)),
				Evidence.NONE.with(KEPT_SINCE, kept.since().toString()).with("identified", kept.own()), kept.source(),
				null, Map.of());
	}

	/**
	 * Ends what was kept for the channels to which the person said yes themself, or of
	 * which a no was lifted that had come back, or with all that lifting a kept no takes.
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
								&& ends(openings.get(suppression.channel()), changed.mayLift()))
						.forEach((suppression) -> end(suppression, openings.get(suppression.channel())));
				}
			});
		}
	}

	/** Whoever else has the address learns no more than that it may be used. */
	private void end(Suppression suppression, LedgerEntry opening) {
		Declaration theirs = SuppressionNotices.by(opening.origin(), opening.actor(), null, Evidence.NONE);
		this.suppress.end(suppression, (owner) -> owner.equals(opening.profile()) ? theirs : BY_ITSELF, opening.actor(),
				Grounds.NONE);
	}

	private static boolean opens(LedgerEntry entry) {
		return Purpose.of(entry.purpose()).isPresent()
				&& ((Choice.NO.value().equals(entry.before()) && !Choice.NO.value().equals(entry.after()))
						|| isTheirYes(entry));
	}

	private boolean ends(LedgerEntry opening, boolean mayLift) {
		boolean proven = mayLift && opening.reason() != null && !opening.evidence().isEmpty();
		return isTheirYes(opening) || proven || this.notices.liftsWhatCameBack(opening);
	}

	private static boolean isTheirYes(LedgerEntry entry) {
		return Choice.YES.value().equals(entry.after()) && isTheirs(entry.own(), entry.origin());
	}

	/** What another system or a file tells of them is not enough to come back by. */
	private static boolean isTheirs(boolean own, Origin origin) {
		return own && (origin == Origin.SUBJECT || origin == Origin.OPERATOR);
	}

}
