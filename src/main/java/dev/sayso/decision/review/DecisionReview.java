package dev.sayso.decision.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.formula.Formulas;

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class DecisionReview {

	private final LiveSnapshotAssembler assembler;

	private final DecisionCatalogue catalogue;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	private final SpentCaps spent;

	private final PeopleCounts people;

	private final Clock clock;

	DecisionReview(LiveSnapshotAssembler assembler, DecisionCatalogue catalogue, ConditionCompiler conditions,
			Formulas formulas, SpentCaps spent, PeopleCounts people, Clock clock) {
		this.assembler = assembler;
		this.catalogue = catalogue;
		this.conditions = conditions;
		this.formulas = formulas;
		this.spent = spent;
		this.people = people;
		this.clock = clock;
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
			new RankingReview(subject, scope, compiler, people, findings).review();
		});
		new FallbackReview(subject, findings).review();
		findings.sort(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step));
		return findings;
	}

	public ReviewedDecision subject(Decision decision) {
		DecisionContent content = decision.draft();
		LiveDecision live = this.assembler.one(decision, 0, content);
		ConditionCompiler compiler = this.conditions.now();
		List<List<ReviewedDecision.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, compiler)).toList())
			.toList();
		return new ReviewedDecision(content, live, this.catalogue.look(), places, this.spent.of(live),
				this.clock.instant());
	}

	private ReviewedDecision.Broken broken(Criterion criterion, ConditionCompiler compiler) {
		return new ReviewedDecision.Broken(compiler.faults(criterion.eligible()),
				criterion.formula().isEmpty() ? List.of() : this.formulas.faults(criterion.formula()));
	}

}
