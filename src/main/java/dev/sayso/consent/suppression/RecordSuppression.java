package dev.sayso.consent.suppression;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
import dev.sayso.shared.Channel;
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

	private final AddressOwners owners;

	private final AddressLocks locks;

	RecordSuppression(SuppressionRows rows, SuppressedProfiles suppressed, RecordSay say, Ledger ledger,
			AddressOwners owners, AddressLocks locks) {
		this.owners = owners;
		this.locks = locks;
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
		return new RecordSuppression(this.rows.at(clock), this.suppressed, this.say.at(clock), this.ledger, this.owners,
				this.locks);
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
		return record(address, stated, by, Evidence.NONE);
	}

	/**
	 * Suppresses an address for what happened some time ago: not where it was lifted
	 * since, nor a no where everybody who has the address has said yes themself since.
	 * @param evidence what proves it
	 */
	@Transactional
	public Optional<Outcome> recordUnlessAnswered(String address, Suppression stated, Actor by, Evidence evidence) {
		Map<Channel, String> alone = Map.of(stated.channel(), address);
		this.locks.hold(alone);
		List<ProfileId> people = this.owners.ids(alone);
		boolean answered = stated.kind() == Suppression.Kind.KEPT_SAY && !people.isEmpty()
				&& people.stream().allMatch((owner) -> KeptSays.isAnswered(stated, this.say.hold(owner)));
		return (answered || this.rows.isLifted(address, stated)) ? Optional.empty()
				: Optional.of(record(address, stated, by, evidence));
	}

	private Outcome record(String address, Suppression stated, Actor by, Evidence evidence) {
		Map<Channel, String> alone = Map.of(stated.channel(), address);
		this.locks.hold(alone);
		List<ProfileId> owners = this.owners.ids(alone);
		owners.forEach(this.say::hold);
		SuppressionRows.Kept kept = this.rows.keep(address, stated, by, evidence);
		Suppression stands = kept.stands();
		if (kept.isChanged()) {
			this.suppressed.addAll(alone);
			Suppression before = kept.before();
			String told = (before != null && !kept.fresh()) ? before.reason().key() : null;
			this.suppressed.find(stands)
				.forEach((owner) -> tell(owner, stands, told, stands.reason().key(), told(stands, by, evidence), null));
			sayNo(owners, stands);
		}
		return new Outcome(stands, kept.fresh());
	}

	/**
	 * A no that is kept for one of somebody's addresses which is not the one in use is
	 * theirs: it would not hold for the others.
	 */
	private void sayNo(List<ProfileId> owners, Suppression stands) {
		if (stands.kind() == Suppression.Kind.KEPT_SAY && stands.until() == null) {
			List<ProfileId> suppressed = this.suppressed.find(stands);
			owners.stream()
				.filter((owner) -> !suppressed.contains(owner))
				.forEach((owner) -> this.say.record(owner, KeptSays.no(stands)));
		}
	}

	/**
	 * Lets an address be used again; the noes that came back with it are taken back.
	 * @param grounds why, and what proves it
	 */
	@Transactional
	public void lift(Suppression suppression, Origin origin, Actor by, Grounds grounds) {
		Declaration lifting = by(origin, by, null, grounds.evidence());
		List<ProfileId> owners = end(suppression, (owner) -> lifting, by, grounds);
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

	/**
	 * Ends a suppression.
	 * @param told who did it, as it is told to each who has the address
	 * @return who has the address
	 */
	List<ProfileId> end(Suppression suppression, Function<ProfileId, Declaration> told, Actor by, Grounds grounds) {
		List<ProfileId> owners = this.suppressed.find(suppression);
		owners.forEach((owner) -> tell(owner, suppression, suppression.reason().key(), SuppressionLedger.LIFTED,
				told.apply(owner), grounds.reason()));
		this.rows.lift(List.of(suppression), by, grounds);
		return owners;
	}

	/** Holds addresses until the transaction ends. */
	public void hold(Map<Channel, String> addresses) {
		this.locks.hold(addresses);
	}

	/** The same of many, so that who holds others of them waits for no one in turn. */
	public void hold(Collection<Map<Channel, String>> addresses) {
		this.locks.hold(addresses);
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
			.filter(RecordSuppression::cameBack)
			.isPresent();
	}

	/** Whether a no is the one that was kept for the address. */
	private boolean cameBack(Say say, Purpose purpose) {
		return say.get(purpose)
			.filter((consent) -> consent.choice() == Choice.NO)
			.map(Consent::ledgerId)
			.flatMap(this.ledger::find)
			.filter(RecordSuppression::cameBack)
			.isPresent();
	}

	private static boolean cameBack(LedgerEntry no) {
		return no.evidence().facts().containsKey(KeptSays.KEPT_SINCE);
	}

	private void tell(ProfileId owner, Suppression suppression, @Nullable String before, String after, Declaration by,
			@Nullable String reason) {
		this.say.append(this.say.hold(owner),
				List.of(LedgerEntry.of(owner, by, SuppressionLedger.PREFIX + suppression.channel().key(), before, after,
						this.rows.now(), reason, this.rows.now())));
	}

	/** What the product does by itself is told so, whoever said what is kept. */
	private static Declaration told(Suppression stands, Actor by, Evidence evidence) {
		Origin origin = (by.kind() == Actor.Kind.SYSTEM) ? Origin.SYSTEM : stands.origin();
		return by(origin, by, stands.source(), evidence.with("until", stands.until()));
	}

	static Declaration by(Origin origin, Actor by, @Nullable String source, Evidence evidence) {
		return new Declaration(origin, by, false, true, List.of(), evidence, source, null, Map.of());
	}

}
