package dev.sayso.decision.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.FactUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.contact.ActionUsage;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.offer.placement.CatalogueUsage;
import dev.sayso.store.Version;

/**
 * Where decisions use things of the catalogue, facts and marketing actions, in drafts and
 * in what is live.
 */
@Component
@Order(30)
public class DecisionUsages implements CatalogueUsage, FactUsage, ActionUsage {

	private static final String KIND = "decision.use";

	private final DecisionOutlines outlines;

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	DecisionUsages(DecisionOutlines outlines, Decisions decisions, DecisionVersions versions,
			ConditionCompiler conditions, Formulas formulas) {
		this.outlines = outlines;
		this.decisions = decisions;
		this.versions = versions;
		this.conditions = conditions;
		this.formulas = formulas;
	}

	/** Of a selection strategy an archived decision is no use: it asks for nothing. */
	@Override
	public List<CatalogueUsage.Use> find(String kind, String slug) {
		String use = DecisionOutline.named(kind, slug);
		return naming(use).stream()
			.filter((outline) -> !kind.equals(Strategy.KIND) || outline.status() != Decision.Status.ARCHIVED)
			.map((outline) -> new CatalogueUsage.Use(KIND, outline.name(), "/decisions/" + outline.slug(),
					outline.shown().contains(use), outline.watched()))
			.toList();
	}

	@Override
	public List<ActionUsage.Use> find(String action) {
		return this.decisions.findAllByOrderByName()
			.stream()
			.filter((decision) -> Stream
				.concat(Stream.of(decision.draft()), this.versions.list(decision.id()).stream().map(Version::content))
				.anyMatch((content) -> content.actions().contains(action)))
			.map((decision) -> new ActionUsage.Use(decision.name(), "/decisions/" + decision.slug()))
			.toList();
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		String prefix = DecisionOutline.named(kind, "");
		for (DecisionOutline outline : this.outlines.all()) {
			Set<String> uses = new HashSet<>(outline.drafted());
			uses.addAll(outline.shown());
			uses.stream()
				.filter((use) -> use.startsWith(prefix) && slugs.contains(use.substring(prefix.length())))
				.forEach((use) -> counts.merge(use.substring(prefix.length()), 1, Integer::sum));
		}
		return counts;
	}

	@Override
	public List<FactUsage.Use> find(Set<String> facts) {
		List<DecisionOutline> naming = naming(
				facts.stream().map((fact) -> DecisionOutline.named("fact", fact)).toArray(String[]::new));
		if (naming.isEmpty()) {
			return List.of();
		}
		Map<UUID, Integer> broken = new HashMap<>();
		ConditionCompiler now = this.conditions.now();
		this.decisions.findByIdIn(naming.stream().map(DecisionOutline::id).toList())
			.forEach((decision) -> broken.merge(decision.id(), broken(decision.draft(), now), Integer::sum));
		this.versions
			.newest(naming.stream().filter((outline) -> !outline.shown().isEmpty()).map(DecisionOutline::id).toList())
			.forEach((version) -> broken.merge(version.thing(), broken(version.content(), now), Integer::sum));
		return naming.stream()
			.map((outline) -> new FactUsage.Use(KIND, outline.name(), "/decisions/" + outline.slug(),
					broken.getOrDefault(outline.id(), 0)))
			.toList();
	}

	private int broken(DecisionContent content, ConditionCompiler now) {
		return (int) content.scopes()
			.stream()
			.flatMap((scope) -> scope.criteria().stream())
			.filter((criterion) -> isBroken(criterion, now))
			.count();
	}

	/** Whether a criterion asks for, or ranks by, what is not there any more. */
	boolean isBroken(Criterion criterion, ConditionCompiler now) {
		try {
			return !now.faults(criterion.eligible()).isEmpty()
					|| (!criterion.formula().isEmpty() && !this.formulas.faults(criterion.formula()).isEmpty());
		}
		catch (InvalidConditionException ex) {
			return true;
		}
	}

	private List<DecisionOutline> naming(String... uses) {
		List<DecisionOutline> naming = new ArrayList<>(
				this.outlines.all().stream().filter((outline) -> Stream.of(uses).anyMatch(outline::names)).toList());
		naming.sort(Comparator.comparing(DecisionOutline::searchName));
		return naming;
	}

}
