package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.Decision;

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class DecisionReview {

	private final ReviewedDecisions subjects;

	private final ConditionCompiler conditions;

	private final PeopleCounts people;

	DecisionReview(ReviewedDecisions subjects, ConditionCompiler conditions, PeopleCounts people) {
		this.subjects = subjects;
		this.conditions = conditions;
		this.people = people;
	}

	/**
	 * What there is to fix and to consider, in this order, each from the first step to
	 * the last; without what only people in the store make so.
	 */
	public List<DecisionFinding> review(Decision decision) {
		return review(decision, PeopleCount.NOBODY);
	}

	/** The same with the people whom it meets, which takes a few seconds at most. */
	public List<DecisionFinding> reviewWithPeople(Decision decision) {
		return review(decision, this.people.begin());
	}

	private List<DecisionFinding> review(Decision decision, PeopleCount people) {
		ReviewedDecision subject = subject(decision);
		List<DecisionFinding> findings = new ArrayList<>();
		new ScheduleReview(subject, findings).review();
		subject.scopes().forEach((scope) -> new CriteriaReview(subject, scope, findings).review());
		subject.scopes().forEach((scope) -> new ReachReview(subject, scope, findings).review());
		ConditionCompiler compiler = this.conditions.now();
		subject.scopes().forEach((scope) -> {
			new LanguageReview(subject, scope, compiler, people, findings).review();
			new BlankReview(subject, scope, compiler, people, findings).review();
			new FieldReview(subject, scope, findings).review();
			new RankingReview(subject, scope, compiler, people, findings).review();
		});
		new FallbackReview(subject, findings).review();
		findings.sort(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step));
		return findings;
	}

	public ReviewedDecision subject(Decision decision) {
		return this.subjects.load(decision);
	}

}
