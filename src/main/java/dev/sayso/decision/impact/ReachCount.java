package dev.sayso.decision.impact;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.decision.LiveSnapshotAssembler;
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

	private final LiveSnapshotAssembler assembler;

	private final DecisionPeopleReader reader;

	private final ProfileSearch search;

	private final Profiles profiles;

	private final Clock clock;

	private final TimeFormat times;

	ReachCount(LiveSnapshotAssembler assembler, DecisionPeopleReader reader, ProfileSearch search, Profiles profiles,
			Clock clock, TimeFormat times) {
		this.assembler = assembler;
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

	Reach count(Decision decision) {
		long total = this.profiles.count();
		int buckets = (total <= MOST) ? Profile.BUCKETS : (int) Math.max(1, MOST * Profile.BUCKETS / total);
		VersionComparison draft = new VersionComparison(null, this.assembler.one(decision, 0, decision.draft()),
				this.clock.instant());
		DecisionPeopleReader.Query query = DecisionPeopleReader.Query.of(draft.scopes(), false,
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()));
		this.reader.each((give) -> this.search.each(0, buckets, give), query, (block) -> block.people()
			.forEach((person) -> draft.add(person, block.capUsage().apply(DecisionPeopleReader.id(person)))));
		return new Reach(draft.result(buckets < Profile.BUCKETS), total);
	}

}
