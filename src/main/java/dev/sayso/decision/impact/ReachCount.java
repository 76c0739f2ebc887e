package dev.sayso.decision.impact;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;

/**
 * Counts who would get what of a draft while somebody waits for it: everybody up to ten
 * thousand people, above that an even sample of as many.
 */
@Component
class ReachCount {

	/** How many people are counted one by one. */
	static final long MOST = 10_000;

	private final VersionComparisons comparisons;

	private final PeopleWalk walk;

	private final Profiles profiles;

	ReachCount(VersionComparisons comparisons, PeopleWalk walk, Profiles profiles) {
		this.comparisons = comparisons;
		this.walk = walk;
		this.profiles = profiles;
	}

	/**
	 * What was counted.
	 *
	 * @param total how many people there are
	 */
	record Reach(ImpactResult result, long total) {
	}

	/** How many people there are. */
	long total() {
		return this.profiles.count();
	}

	/** Whether of so many people only some are counted. */
	static boolean samples(long total) {
		return total > MOST;
	}

	/** Who would get what of a draft. */
	Reach count(Decision decision) {
		return count(decision, total(), (person, results) -> {
		});
	}

	/**
	 * The same.
	 * @param total how many people there are
	 * @param each told what each of those counted would get, by placement
	 */
	Reach count(Decision decision, long total, BiConsumer<Profile, Map<String, ScopeResult>> each) {
		return count(draft(decision), total, each);
	}

	/** The draft alone, compared with nothing. */
	VersionComparison draft(Decision decision) {
		return this.comparisons.draft(decision);
	}

	/**
	 * Who gets what now, and would of a draft.
	 * @param without keys of the offers that wait and are not approved with it
	 */
	Reach compare(Decision decision, Set<String> without) {
		return count(this.comparisons.compare(decision, without), total(), (person, results) -> {
		});
	}

	private Reach count(VersionComparison comparison, long total, BiConsumer<Profile, Map<String, ScopeResult>> each) {
		int buckets = !samples(total) ? Profile.BUCKETS : (int) Math.max(1, MOST * Profile.BUCKETS / total);
		this.walk.run(comparison, 0, buckets, () -> {
		}, each);
		return new Reach(comparison.result(buckets < Profile.BUCKETS), total);
	}

}
