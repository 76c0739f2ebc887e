package dev.sayso.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.ApprovedOffers;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.Templates;
import dev.sayso.store.Version;

/**
 * Makes what decisions are taken by out of what was published and approved.
 */
@Component
public class LiveSnapshotAssembler {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final OfferVersions offers;

	private final Sources sources;

	private final ConditionCompiler conditions;

	private final Templates templates;

	private final Formulas formulas;

	private final ApprovedOffers approved;

	private final ActionPolicies policies;

	LiveSnapshotAssembler(Decisions decisions, DecisionVersions versions, OfferVersions offers, Sources sources,
			ConditionCompiler conditions, Templates templates, Formulas formulas, ApprovedOffers approved,
			ActionPolicies policies) {
		this.decisions = decisions;
		this.versions = versions;
		this.offers = offers;
		this.sources = sources;
		this.conditions = conditions;
		this.templates = templates;
		this.formulas = formulas;
		this.approved = approved;
		this.policies = policies;
	}

	/** What decisions name beside offers, which holds as it is now. */
	@Component
	record Sources(Collections collections, Placements placements, Strategies strategies) {

	}

	@Transactional(readOnly = true)
	LiveSnapshot everything(long number) {
		LiveSnapshotAssembly assembly = assembly(this.offers.approved());
		Map<UUID, Version<DecisionContent>> published = this.versions.newest()
			.stream()
			.collect(Collectors.toMap(Version::thing, Function.identity()));
		UnaryOperator<DecisionContent> strategies = this.sources.strategies().resolver();
		Map<String, LiveDecision> live = new HashMap<>();
		this.decisions.findAllByOrderByName()
			.forEach((decision) -> live.put(decision.slug(),
					assembly.assemble(decision, published.get(decision.id()), strategies)));
		return LiveSnapshot.of(number, live);
	}

	/**
	 * One decision as if this content held, whenever it is asked: for simulations and
	 * reviews.
	 * @param number of the version; 0 for a draft, with the offers that wait to be
	 * approved with it
	 */
	@Transactional(readOnly = true)
	public LiveDecision one(Decision decision, int number, DecisionContent content) {
		return (number == 0) ? draft(decision, content, Set.of()) : assembly(this.approved.all()).holding(decision.id(),
				number, decision.slug(), decision.name(), this.sources.strategies().resolve(content));
	}

	/**
	 * A draft as if it held.
	 * @param without keys of the offers that wait and are not approved with it
	 */
	@Transactional(readOnly = true)
	public LiveDecision draft(Decision decision, DecisionContent content, Set<String> without) {
		DecisionContent resolved = this.sources.strategies().resolve(content);
		List<ApprovedOffer> offers = this.approved.with(resolved.namedOffers())
			.stream()
			.filter((offer) -> !without.contains(offer.slug()))
			.toList();
		return assembly(offers).holding(decision.id(), 0, decision.slug(), decision.name(), resolved);
	}

	/**
	 * An offer by itself, ready to be said; empty where it is neither approved nor waits
	 * to be with this draft.
	 */
	public Optional<LiveOffer> offer(String slug, DecisionContent draft) {
		return this.approved.with(this.sources.strategies().resolve(draft).namedOffers())
			.stream()
			.filter((offer) -> offer.slug().equals(slug))
			.findFirst()
			.map((offer) -> new LiveOfferAssembly(
					this.sources.placements()
						.findAllByOrderByName()
						.stream()
						.collect(Collectors.toMap(Placement::slug, Function.identity())),
					this.conditions.now(), this.templates.now())
				.assemble(offer));
	}

	private LiveSnapshotAssembly assembly(List<ApprovedOffer> approved) {
		return new LiveSnapshotAssembly(approved, this.sources.collections().findAllByOrderByName(),
				this.sources.placements().findAllByOrderByName(), this.conditions.now(), this.templates.now(),
				this.formulas, this.policies);
	}

}
