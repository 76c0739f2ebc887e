package dev.sayso.decision.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.TimeFormat;

/**
 * Counts who would get what of a draft while somebody waits for it: everybody up to ten
 * thousand people, above that an even sample of as many.
 */
@Component
class ReachCount {

	/** How many people are counted one by one. */
	static final long MOST = 10_000;

	private final VersionComparisons comparisons;

	private final DecisionPeopleReader reader;

	private final ProfileSearch search;

	private final Profiles profiles;

	private final Clock clock;

	private final TimeFormat times;

	ReachCount(VersionComparisons comparisons, DecisionPeopleReader reader, ProfileSearch search, Profiles profiles,
			Clock clock, TimeFormat times) {
		this.comparisons = comparisons;
		this.reader = reader;
		this.search = search;
		this.profiles = profiles;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What was counted.
	 *
	 * @param total how many people there are
	 */
	record Reach(ImpactResult result, long total) {
	}

	/** Who would get what of a draft. */
	Reach count(Decision decision) {
		return count(this.comparisons.draft(decision));
	}

	/**
	 * Who gets what now, and would of a draft.
	 * @param without keys of the offers that wait and are not approved with it
	 */
	Reach compare(Decision decision, Set<String> without) {
		return count(this.comparisons.both(decision, without));
	}

	private Reach count(VersionComparison draft) {
		long total = this.profiles.count();
		int buckets = (total <= MOST) ? Profile.BUCKETS : (int) Math.max(1, MOST * Profile.BUCKETS / total);
		DecisionPeopleReader.Query query = DecisionPeopleReader.Query.of(draft.scopes(), false,
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()));
		this.reader.each((give) -> this.search.each(0, buckets, give), query, (block) -> block.people()
			.forEach((person) -> draft.add(person, block.capUsage().apply(DecisionPeopleReader.id(person)))));
		return new Reach(draft.result(buckets < Profile.BUCKETS), total);
	}

}
