package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;

/**
 * Who would get what of a draft, of everybody: while that is counted, and after. Of each
 * answer the first people are kept, so that somebody can be shown however few they are.
 */
final class ReachFigure {

	/** How many people of an answer are kept. */
	private static final int KEPT = 25;

	private final UUID id;

	private final String state;

	private final long total;

	private final Map<Key, List<ProfileId>> people = new HashMap<>();

	private volatile long seen;

	private volatile @Nullable ImpactResult result;

	private volatile @Nullable Instant countedAt;

	/**
	 * @param state what it was counted of: where that is another, it does not hold
	 * @param total how many people there were when it began
	 */
	ReachFigure(UUID id, String state, long total) {
		this.id = id;
		this.state = state;
		this.total = total;
	}

	private record Key(String placement, ReachAnswer answer) {
	}

	UUID id() {
		return this.id;
	}

	String state() {
		return this.state;
	}

	synchronized void add(Profile person, Map<String, ScopeResult> results) {
		results.forEach((placement, answered) -> {
			List<ProfileId> some = this.people.computeIfAbsent(new Key(placement, ReachAnswer.of(answered)),
					(key) -> new ArrayList<>());
			if (some.size() < KEPT) {
				some.add(person.id());
			}
		});
	}

	synchronized void forget(ProfileId person) {
		this.people.values().forEach((some) -> some.remove(person));
	}

	/** Some people of each answer on a placement. */
	synchronized Map<ReachAnswer, List<ProfileId>> people(String placement) {
		Map<ReachAnswer, List<ProfileId>> some = new HashMap<>();
		this.people.forEach((key, ids) -> {
			if (key.placement().equals(placement)) {
				some.put(key.answer(), List.copyOf(ids));
			}
		});
		return some;
	}

	void progress(long people) {
		this.seen = people;
	}

	void complete(ImpactResult counted, Instant now) {
		this.result = counted;
		this.countedAt = now;
	}

	/** The figure; null while it is counted. */
	ReachCount.@Nullable Reach reach() {
		ImpactResult counted = this.result;
		return (counted != null) ? new ReachCount.Reach(counted, counted.people()) : null;
	}

	/** When it was there; null while it is counted. */
	@Nullable Instant countedAt() {
		return this.countedAt;
	}

	/** How much of it is counted. */
	long percent() {
		return (this.total == 0) ? 0 : Math.min(99, this.seen * 100 / this.total);
	}

}
