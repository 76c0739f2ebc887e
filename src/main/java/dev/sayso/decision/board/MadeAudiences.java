package dev.sayso.decision.board;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceFacts;
import dev.sayso.audience.AudienceManagement;
import dev.sayso.audience.Audiences;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Decision;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.shared.Actor;

/**
 * Makes an audience of the condition that somebody builds for a criterion.
 */
@Component
class MadeAudiences {

	private final Audiences audiences;

	private final AudienceManagement audienceManagement;

	private final DecisionManagement management;

	private final FreeKeys keys;

	MadeAudiences(Audiences audiences, AudienceManagement audienceManagement, DecisionManagement management,
			FreeKeys keys) {
		this.audiences = audiences;
		this.audienceManagement = audienceManagement;
		this.management = management;
		this.keys = keys;
	}

	/**
	 * Makes an audience, which the criterion is for then, or does neither.
	 * @param seen the save of the decision that was shown
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved the decision
	 * since
	 */
	void make(Decision decision, int seen, String placement, int place, Audience audience, Actor by) {
		this.keys.make(audience.name(), (key) -> this.audiences.findBySlug(key).isPresent(), (key) -> {
			this.audienceManagement.create(key, audience.name(), "", audience.condition(), by);
			String members = ConditionJson.write(new Condition.Group(Condition.Quantifier.ANY,
					List.of(new Comparison(AudienceFacts.PREFIX + key, Operator.IS, true))));
			return this.management.edit(decision, seen,
					BoardPlaces.changing(placement, place, (criterion) -> criterion.meantFor(members))
						.apply(decision.draft()),
					by);
		});
	}

	/** What is to be made. */
	record Audience(String name, Condition condition) {
	}

}
