package dev.sayso.decision.review;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.store.Version;

/**
 * Puts together what a review looks at.
 */
@Component
class ReviewedDecisions {

	private final LiveSnapshotAssembler assembler;

	private final DecisionVersions versions;

	private final DecisionCatalogue catalogue;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	private final SpentCaps spent;

	private final Clock clock;

	ReviewedDecisions(LiveSnapshotAssembler assembler, DecisionVersions versions, DecisionCatalogue catalogue,
			ConditionCompiler conditions, Formulas formulas, SpentCaps spent, Clock clock) {
		this.assembler = assembler;
		this.versions = versions;
		this.catalogue = catalogue;
		this.conditions = conditions;
		this.formulas = formulas;
		this.spent = spent;
		this.clock = clock;
	}

	ReviewedDecision load(Decision decision) {
		DecisionContent content = this.catalogue.resolve(decision.draft());
		DecisionContent published = this.versions.find(decision.id(), decision.live())
			.map(Version::content)
			.orElse(null);
		LiveDecision live = this.assembler.one(decision, 0, content);
		ConditionCompiler compiler = this.conditions.now();
		List<List<ReviewedDecision.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, compiler)).toList())
			.toList();
		return new ReviewedDecision(content, published, live, this.catalogue.look(), places, this.spent.load(live),
				this.clock.instant());
	}

	private ReviewedDecision.Broken broken(Criterion criterion, ConditionCompiler compiler) {
		return new ReviewedDecision.Broken(compiler.faults(criterion.eligible()),
				criterion.formula().isEmpty() ? List.of() : this.formulas.faults(criterion.formula()));
	}

}
