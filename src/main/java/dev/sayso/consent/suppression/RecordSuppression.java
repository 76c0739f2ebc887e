package dev.sayso.consent.suppression;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * The one way an address is suppressed, and used again: console, API and import all come
 * through here, and the ledger of everybody who has the address tells of it, in one
 * transaction.
 */
@Component
public class RecordSuppression {

	private final SuppressionRows rows;

	private final SuppressedProfiles suppressed;

	private final RecordSay say;

	private final Ledger ledger;

	RecordSuppression(SuppressionRows rows, SuppressedProfiles suppressed, RecordSay say, Ledger ledger) {
		this.rows = rows;
		this.suppressed = suppressed;
		this.say = say;
		this.ledger = ledger;
	}

	/**
	 * Records by another clock, within the caller's transaction: for what is told after
	 * it happened.
	 */
	RecordSuppression at(Clock clock) {
		return new RecordSuppression(this.rows.at(clock), this.suppressed, this.say.at(clock), this.ledger);
	}

	/**
	 * @param stands what suppresses the address now
	 * @param fresh whether nothing did
	 */
	public record Outcome(Suppression stands, boolean fresh) {

	}

	/**
	 * Suppresses an address.
	 * @param address normalised
	 * @param stated what is said of it; where the same stands already, both are joined
	 */
	@Transactional
	public Outcome record(String address, Suppression stated, Actor by) {
		SuppressionRows.Kept kept = this.rows.keep(address, stated, by);
		Suppression stands = kept.stands();
		if (kept.isChanged()) {
			this.suppressed.addAll(Map.of(stated.channel(), address));
			Suppression before = kept.before();
			tell(stands, (before != null && !kept.fresh()) ? before.reason().key() : null, stands.reason().key(),
					by(stands.origin(), by, stands.source(), Evidence.NONE.with("until", stands.until())), null);
		}
		return new Outcome(stands, kept.fresh());
	}

	/**
	 * Lets an address be used again; the noes that came back with it are taken back.
	 * @param grounds why, and what proves it
	 */
	@Transactional
	public void lift(Suppression suppression, Origin origin, Actor by, Grounds grounds) {
		Declaration lifting = by(origin, by, null, grounds.evidence());
		List<ProfileId> owners = tell(suppression, suppression.reason().key(), SuppressionLedger.LIFTED, lifting,
				grounds.reason());
		this.rows.lift(List.of(suppression), by, grounds);
		if (suppression.kind() == Suppression.Kind.KEPT_SAY) {
			Purpose purpose = Purpose.marketing(suppression.channel());
			Declaration back = new Declaration(origin, by, false, true,
					List.of(Statement.of(purpose, Choice.UNKNOWN, grounds.reason())), grounds.evidence(), null, null,
					Map.of());
			owners.stream()
				.filter((owner) -> cameBack(this.say.hold(owner), purpose))
				.forEach((owner) -> this.say.record(owner, back));
		}
	}

	/** Whether a no is the one that was kept for the address. */
	private boolean cameBack(Say say, Purpose purpose) {
		return say.get(purpose)
			.filter((consent) -> consent.choice() == Choice.NO)
			.map(Consent::ledgerId)
			.flatMap(this.ledger::find)
			.filter((entry) -> entry.evidence().facts().containsKey(KeptSays.KEPT_SINCE))
			.isPresent();
	}

	/** Tells the ledgers of those who have the address. */
	private List<ProfileId> tell(Suppression suppression, @Nullable String before, String after, Declaration by,
			@Nullable String reason) {
		List<ProfileId> owners = this.suppressed.find(suppression);
		owners.forEach((owner) -> this.say.append(this.say.hold(owner),
				List.of(LedgerEntry.of(owner, by, SuppressionLedger.PREFIX + suppression.channel().key(), before, after,
						this.rows.now(), reason, this.rows.now()))));
		return owners;
	}

	private static Declaration by(Origin origin, Actor by, @Nullable String source, Evidence evidence) {
		return new Declaration(origin, by, false, true, List.of(), evidence, source, null, Map.of());
	}

}
