package dev.sayso.decision.impact;

import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveSnapshotAssembler;
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

	private final LiveSnapshotAssembler assembler;

	private final PeopleWalk walk;

	private final Profiles profiles;

	ReachCount(LiveSnapshotAssembler assembler, PeopleWalk walk, Profiles profiles) {
		this.assembler = assembler;
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
		int buckets = !samples(total) ? PeopleWalk.BUCKETS : (int) Math.max(1, MOST * PeopleWalk.BUCKETS / total);
		VersionComparison draft = draft(decision);
		this.walk.run(draft, 0, buckets, () -> {
		}, each);
		return new Reach(draft.result(buckets < PeopleWalk.BUCKETS), total);
	}

	/** The draft alone, compared with nothing. */
	VersionComparison draft(Decision decision) {
		return new VersionComparison(null, this.assembler.one(decision, 0, decision.draft()), this.walk.now());
	}

}
