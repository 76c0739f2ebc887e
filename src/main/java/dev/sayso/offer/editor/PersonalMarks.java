package dev.sayso.offer.editor;

import java.util.List;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.audience.MatchingProfiles;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.offer.OfferContent;
import dev.sayso.store.KeptReading;

/**
 * Says whether an offer is personalized while it is typed, and who does not get it then.
 */
@Component
class PersonalMarks {

	private static final Condition REFUSERS = Condition
		.none(new Comparison("consents.personalize.content", Operator.IS, true));

	/** The time limit of a count, in seconds. */
	private static final int LIMIT = 2;

	private final Personalization personalization;

	private final ConditionCompiler conditions;

	private final MatchingProfiles matching;

	private final KeptReading<Long> refusers = new KeptReading<>();

	PersonalMarks(Personalization personalization, ConditionCompiler conditions, MatchingProfiles matching) {
		this.personalization = personalization;
		this.conditions = conditions;
		this.matching = matching;
	}

	PersonalMark create(OfferContent content) {
		if (!this.personalization.isOf(content)) {
			return PersonalMark.NONE;
		}
		return new PersonalMark(true, List.copyOf(this.personalization.reads(content)),
				this.refusers.get(REFUSERS, this::count),
				UriComponentsBuilder.fromPath("/profiles")
					.queryParam("condition", "{condition}")
					.encode()
					.buildAndExpand(ConditionJson.write(REFUSERS))
					.toUriString());
	}

	private long count() {
		try {
			return this.matching.count(LIMIT, this.conditions.compile(REFUSERS), "1 = 1");
		}
		catch (DataAccessException ex) {
			return -1;
		}
	}

}
