package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * What the ledgers of those who have an address tell of what suppresses it.
 */
@Component
class SuppressionNotices {

	private final RecordSay say;

	private final Ledger ledger;

	private final Clock clock;

	SuppressionNotices(RecordSay say, Ledger ledger, Clock clock) {
		this.say = say;
		this.ledger = ledger;
		this.clock = clock;
	}

	SuppressionNotices at(Clock other) {
		return new SuppressionNotices(this.say.at(other), this.ledger, other);
	}

	Instant now() {
		return this.clock.instant();
	}

	/** Tells somebody's ledger that their address is suppressed. */
	void tell(ProfileId owner, Suppression suppression, @Nullable String before) {
		tell(owner, suppression, before, suppression.reason().key(), told(suppression, Actor.system(), Evidence.NONE),
				null);
	}

	/** Tells somebody's ledger that nothing suppresses their address any more. */
	void tellGone(ProfileId owner, Suppression suppression) {
		tell(owner, suppression, suppression.reason().key(), SuppressionLedger.LIFTED,
				by(Origin.SYSTEM, Actor.system(), null, Evidence.NONE), null);
	}

	/** Whether what lifts a no lifts one that was kept for the address. */
	boolean liftsWhatCameBack(LedgerEntry lifting) {
		return this.ledger.find(lifting.id())
			.flatMap(this.ledger::before)
			.filter(SuppressionNotices::cameBack)
			.isPresent();
	}

	/** Whether a no is the one that was kept for the address. */
	boolean cameBack(Say say, Purpose purpose) {
		return say.get(purpose)
			.filter((consent) -> consent.choice() == Choice.NO)
			.map(Consent::ledgerId)
			.flatMap(this.ledger::find)
			.filter(SuppressionNotices::cameBack)
			.isPresent();
	}

	private static boolean cameBack(LedgerEntry no) {
		return no.evidence().facts().containsKey(KeptSays.KEPT_SINCE);
	}

	void tell(ProfileId owner, Suppression suppression, @Nullable String before, String after, Declaration by,
			@Nullable String reason) {
		this.say.append(this.say.hold(owner), List.of(entry(owner, suppression, before, after, by, reason)));
	}

	LedgerEntry entry(ProfileId owner, Suppression suppression, @Nullable String before, String after, Declaration by,
			@Nullable String reason) {
		Instant now = now();
		return LedgerEntry.of(owner, by, SuppressionLedger.PREFIX + suppression.channel().key(), before, after, now,
				reason, now);
	}

	/** What the product does by itself is told so, whoever said what is kept. */
	static Declaration told(Suppression stands, Actor by, Evidence evidence) {
		Origin origin = (by.kind() == Actor.Kind.SYSTEM) ? Origin.SYSTEM : stands.origin();
		return by(origin, by, stands.source(), evidence.with("until", stands.until()));
	}

	static Declaration by(Origin origin, Actor by, @Nullable String source, Evidence evidence) {
		return new Declaration(origin, by, false, true, List.of(), evidence, source, null, Map.of());
	}

}
