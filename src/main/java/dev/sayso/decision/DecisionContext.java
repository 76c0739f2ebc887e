package dev.sayso.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.person.Profile;

/**
 * A person at a moment, for whom a decision is made.
 *
 * @param person what is known of them, as far as the decision asks
 * @param language what they read, BCP 47 in lower case; empty where it is not known
 * @param values what the sender says of the moment
 */
public record DecisionContext(Instant at, PersonFacts person, boolean personalizes, boolean models, String language,
		Map<String, Object> values, CapUsage capUsage) {

	public static DecisionContext of(PersonFacts person, @Nullable String language, Map<String, Object> values,
			Instant now, CapUsage capUsage) {
		Say say = person.part(Say.class);
		ConsentDefaults defaults = person.part(ConsentDefaults.class);
		String read = (language != null) ? language : person.part(Profile.class).details().language();
		return new DecisionContext(now, person, say.effective(Purpose.PERSONALIZE_CONTENT, defaults).allows(),
				say.effective(Purpose.MODELING, defaults).allows(), (read != null) ? read.toLowerCase(Locale.ROOT) : "",
				values, capUsage);
	}

	public DecisionContext consenting(Purpose purpose) {
		PersonFacts imagined = this.person.with(this.person.part(Say.class).imagining(purpose, this.at));
		return new DecisionContext(this.at, imagined, this.personalizes || purpose == Purpose.PERSONALIZE_CONTENT,
				this.models || purpose == Purpose.MODELING, this.language, this.values, this.capUsage);
	}

	public DecisionContext with(CapUsage changed) {
		return new DecisionContext(this.at, this.person, this.personalizes, this.models, this.language, this.values,
				changed);
	}

}
