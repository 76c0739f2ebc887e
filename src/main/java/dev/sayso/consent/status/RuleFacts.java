package dev.sayso.consent.status;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Say;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;

/**
 * What rules of other rooms read of people besides their status, in one query for each
 * part, whoever gathers that status; where no rule reads anything the store is not asked.
 */
@Component
class RuleFacts {

	private final Verdicts verdicts;

	private final PersonParts parts;

	private final Clock clock;

	RuleFacts(Verdicts verdicts, PersonParts parts, Clock clock) {
		this.verdicts = verdicts;
		this.parts = parts;
		this.clock = clock;
	}

	/**
	 * Nothing where no rule reads any.
	 * @param people asked only where a rule reads something
	 * @param said what each of them said
	 * @param at what was recorded by then counts; null for now
	 */
	Map<ProfileId, PersonFacts> load(Supplier<? extends Collection<Profile>> people, Map<ProfileId, Say> said,
			ConsentDefaults defaults, @Nullable Instant at) {
		Instant then = (at != null) ? at : this.clock.instant();
		return this.verdicts.reads(then)
			.map((read) -> this.parts.load(people.get(), read, said, defaults, at, then))
			.orElse(Map.of());
	}

}
