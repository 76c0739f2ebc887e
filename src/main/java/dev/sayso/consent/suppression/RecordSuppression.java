package dev.sayso.consent.suppression;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
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

	private final SuppressionNotices notices;

	private final AddressOwners owners;

	private final AddressLocks locks;

	RecordSuppression(SuppressionRows rows, SuppressedProfiles suppressed, RecordSay say, SuppressionNotices notices,
			AddressOwners owners, AddressLocks locks) {
		this.owners = owners;
		this.locks = locks;
		this.rows = rows;
		this.suppressed = suppressed;
		this.say = say;
		this.notices = notices;
	}

	/**
	 * Records by another clock, within the caller's transaction: for what is told after
	 * it happened.
	 */
	RecordSuppression at(Clock clock) {
		return new RecordSuppression(this.rows.at(clock), this.suppressed, this.say.at(clock), this.notices.at(clock),
				this.owners, this.locks);
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
		StatedSuppression alone = new StatedSuppression(address, stated, by, Evidence.NONE);
		this.locks.hold(alone.alone());
		return record(List.of(alone), owners(List.of(alone))).get(alone);
	}

	/**
	 * Suppresses addresses for what happened some time ago: none where it was lifted
	 * since, nor by a no where everybody who has the address has said yes themself since.
	 * @param all each of another address or kind
	 * @return what became of those that are suppressed
	 */
	@Transactional
	public Map<StatedSuppression, Outcome> recordUnlessAnswered(Collection<StatedSuppression> all) {
		if (all.isEmpty()) {
			return Map.of();
		}
		this.locks.hold(all.stream().map(StatedSuppression::alone).toList());
		Map<StatedSuppression, List<ProfileId>> owners = owners(all);
		Map<ProfileId, Say> says = this.say.hold(people(owners));
		Set<StatedSuppression> answered = this.rows.lifted(all);
		owners.forEach((stated, people) -> {
			if (stated.suppression().kind() == Suppression.Kind.KEPT_SAY && people.stream()
				.allMatch((owner) -> KeptSays.isAnswered(stated.suppression(), says.get(owner)))) {
				answered.add(stated);
			}
		});
		return record(all.stream().filter((stated) -> !answered.contains(stated)).toList(), owners);
	}

	private Map<StatedSuppression, List<ProfileId>> owners(Collection<StatedSuppression> all) {
		return this.owners
			.idsOfEach(all.stream().collect(Collectors.toMap((stated) -> stated, StatedSuppression::alone)));
	}

	private static List<ProfileId> people(Map<?, List<ProfileId>> owners) {
		return owners.values().stream().flatMap(List::stream).distinct().toList();
	}

	private Map<StatedSuppression, Outcome> record(List<StatedSuppression> all,
			Map<StatedSuppression, List<ProfileId>> owners) {
		if (all.isEmpty()) {
			return Map.of();
		}
		this.say.hold(people(owners));
		Map<StatedSuppression, SuppressionRows.Kept> kept = this.rows.keep(all);
		List<StatedSuppression> changed = all.stream().filter((stated) -> kept.get(stated).isChanged()).toList();
		this.suppressed.addAll(changed.stream().map(StatedSuppression::alone).toList());
		Map<UUID, List<ProfileId>> suppressed = this.suppressed
			.find(changed.stream().map((stated) -> kept.get(stated).stands()).toList());
		Map<ProfileId, List<LedgerEntry>> told = new LinkedHashMap<>();
		for (StatedSuppression stated : changed) {
			SuppressionRows.Kept each = kept.get(stated);
			Suppression stands = each.stands();
			Declaration by = SuppressionNotices.told(stands, stated.by(), stated.evidence());
			suppressed.getOrDefault(stands.id(), List.of())
				.forEach((owner) -> told.computeIfAbsent(owner, (key) -> new ArrayList<>())
					.add(this.notices.entry(owner, stands, each.changedFrom(), stands.reason().key(), by, null)));
		}
		this.say.append(this.say.hold(told.keySet()), told);
		changed.forEach((stated) -> sayNo(owners.getOrDefault(stated, List.of()), kept.get(stated).stands(),
				suppressed.getOrDefault(kept.get(stated).stands().id(), List.of())));
		Map<StatedSuppression, Outcome> outcomes = new HashMap<>();
		kept.forEach((stated, each) -> outcomes.put(stated, new Outcome(each.stands(), each.fresh())));
		return outcomes;
	}

	/**
	 * A no that is kept for one of somebody's addresses which is not the one in use is
	 * theirs: it would not hold for the others.
	 */
	private void sayNo(List<ProfileId> owners, Suppression stands, List<ProfileId> suppressed) {
		if (stands.kind() == Suppression.Kind.KEPT_SAY && stands.until() == null) {
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
		Declaration lifting = SuppressionNotices.by(origin, by, null, grounds.evidence());
		List<ProfileId> owners = end(suppression, (owner) -> lifting, by, grounds);
		if (suppression.kind() == Suppression.Kind.KEPT_SAY) {
			Purpose purpose = Purpose.marketing(suppression.channel());
			Declaration back = new Declaration(origin, by, false, true,
					List.of(Statement.of(purpose, Choice.UNKNOWN, grounds.reason())), grounds.evidence(), null, null,
					Map.of());
			owners.stream()
				.filter((owner) -> this.notices.cameBack(this.say.hold(owner), purpose))
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
		owners.forEach((owner) -> this.notices.tell(owner, suppression, suppression.reason().key(),
				SuppressionLedger.LIFTED, told.apply(owner), grounds.reason()));
		this.rows.lift(suppression, by, grounds);
		return owners;
	}

	/** Holds addresses until the transaction ends. */
	public void hold(Map<Channel, String> addresses) {
		this.locks.hold(addresses);
	}

	/** The same of many, always in the same order. */
	public void hold(Collection<Map<Channel, String>> addresses) {
		this.locks.hold(addresses);
	}

}
