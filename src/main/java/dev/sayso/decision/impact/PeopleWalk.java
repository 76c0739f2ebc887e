package dev.sayso.decision.impact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.TimeFormat;

/**
 * Goes through the people of some buckets, of which each holds an even share of all, and
 * compares for one after the other. However many there are, no more than a few thousand
 * are held at any time.
 */
@Component
class PeopleWalk {

	private final DecisionPeopleReader reader;

	private final ProfileSearch search;

	private final Clock clock;

	private final TimeFormat times;

	PeopleWalk(DecisionPeopleReader reader, ProfileSearch search, Clock clock, TimeFormat times) {
		this.reader = reader;
		this.search = search;
		this.clock = clock;
		this.times = times;
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Goes through them.
	 * @param block told after each block of people; what it throws breaks off
	 * @param each told what the draft gives to each person, by placement
	 */
	void run(VersionComparison comparison, int fromBucket, int toBucket, Runnable block,
			BiConsumer<Profile, Map<String, ScopeResult>> each) {
		DecisionPeopleReader.Query query = DecisionPeopleReader.Query.of(comparison.scopes(), false,
				LocalDate.ofInstant(now(), this.times.zone()));
		this.reader.each((give) -> this.search.each(fromBucket, toBucket, give), query, (some) -> {
			for (PersonFacts person : some.people()) {
				each.accept(person.part(Profile.class),
						comparison.add(person, some.capUsage().apply(DecisionPeopleReader.id(person))));
			}
			block.run();
		});
	}

}
