package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.editor.DecisionItem.ScopeItem;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * Says at its place in the configuration file what is wrong with a decision: what it
 * names that is not there, and what its review finds.
 */
@Component
class DecisionItemFaults {

	private final Named named;

	private final ConditionCompiler conditions;

	private final ConditionMessages conditionMessages;

	private final Formulas formulas;

	private final Reviews reviews;

	private final MessageSourceAccessor messages;

	DecisionItemFaults(Named named, ConditionCompiler conditions, ConditionMessages conditionMessages,
			Formulas formulas, Reviews reviews, MessageSourceAccessor messages) {
		this.named = named;
		this.conditions = conditions;
		this.conditionMessages = conditionMessages;
		this.formulas = formulas;
		this.reviews = reviews;
		this.messages = messages;
	}

	/** What a decision names. */
	@Component
	record Named(Placements placements, Collections collections, Offers offers, Strategies strategies,
			MarketingActions actions) {
	}

	/** What is found before a decision goes live, in words. */
	@Component
	record Reviews(DecisionReview review, FindingMessages messages, DecisionCatalogue catalogue) {
	}

	List<Fault> find(DecisionItem written, String at) {
		List<Fault> faults = new ArrayList<>();
		if (written.fallback() != null
				&& this.named.offers().findBySlug(written.fallback()).filter(Offer::fallback).isEmpty()) {
			faults.add(new Fault(at + "/fallback", "is no fallback offer"));
		}
		List<String> actions = DecisionItem.some(written.actions());
		for (int place = 0; place < actions.size(); place++) {
			if (this.named.actions().find(actions.get(place)).isEmpty()) {
				faults.add(new Fault(at + "/actions/" + place, ConfigurationPart.UNKNOWN));
			}
		}
		List<ScopeItem> scopes = DecisionItem.some(written.scopes());
		for (int place = 0; place < scopes.size(); place++) {
			scope(scopes.get(place), at + "/scopes/" + place, faults);
		}
		return faults;
	}

	private void scope(ScopeItem scope, String at, List<Fault> faults) {
		if (this.named.placements().findBySlug(Objects.requireNonNull(scope.placement())).isEmpty()) {
			faults.add(new Fault(at + "/placement", ConfigurationPart.UNKNOWN));
		}
		List<CriterionItem> criteria = DecisionItem.some(scope.criteria());
		for (int place = 0; place < criteria.size(); place++) {
			criterion(criteria.get(place), at + "/criteria/" + place, faults);
		}
	}

	/** What a selection strategy names that is not there. */
	List<Fault> find(CriterionItem strategy) {
		List<Fault> faults = new ArrayList<>();
		criterion(strategy, "", faults);
		return faults;
	}

	private void criterion(CriterionItem criterion, String at, List<Fault> faults) {
		if (criterion.strategy() != null && this.named.strategies().findBySlug(criterion.strategy()).isEmpty()) {
			faults.add(new Fault(at + "/strategy", ConfigurationPart.UNKNOWN));
		}
		if (criterion.collection() != null && this.named.collections().findBySlug(criterion.collection()).isEmpty()) {
			faults.add(new Fault(at + "/collection", ConfigurationPart.UNKNOWN));
		}
		List<String> offers = DecisionItem.some(criterion.offers());
		for (int place = 0; place < offers.size(); place++) {
			if (this.named.offers().findBySlug(offers.get(place)).filter((offer) -> !offer.fallback()).isEmpty()) {
				faults.add(new Fault(at + "/offers/" + place, ConfigurationPart.UNKNOWN));
			}
		}
		faults.addAll(criterion.eligibility()
			.told(at, this.conditions.faults(criterion.eligibility().parse()), this.conditionMessages));
		if (criterion.ranking() != null) {
			for (FormulaFault fault : this.formulas.faults(Objects.requireNonNull(criterion.ranking().formula()))) {
				faults.add(new Fault(at + "/ranking/formula", this.messages.getMessage(fault.key(), fault.args())));
			}
		}
	}

	/** What keeps a draft from going live. */
	List<Fault> review(Decision decision, DecisionItem written) {
		List<Fault> faults = new ArrayList<>();
		for (DecisionFinding finding : this.reviews.review().review(decision)) {
			if (finding.isError()) {
				FindingMessages.Sentence sentence = this.reviews.messages().say(List.of(finding), decision).get(0);
				faults.add(new Fault(place(finding, written), sentence.text()));
			}
		}
		this.reviews.catalogue()
			.waiting(decision.draft())
			.stream()
			.filter((offer) -> offer.slug().equals(decision.draft().fallback()))
			.forEach((offer) -> faults.add(new Fault("/fallback",
					this.messages.getMessage("decision.finding.fallback-draft", new Object[] { offer.name() }))));
		return faults;
	}

	private static String place(DecisionFinding finding, DecisionItem written) {
		List<ScopeItem> scopes = DecisionItem.some(written.scopes());
		List<String> placements = scopes.stream().map((scope) -> String.valueOf(scope.placement())).toList();
		int scope = placements.indexOf(finding.placement());
		String within = (scope < 0) ? "" : "/" + scope;
		return switch (finding.step()) {
			case DETAILS -> "/validity";
			case SCOPES -> "/scopes" + within;
			case CRITERIA -> "/scopes" + within
					+ ((scope < 0) ? "" : "/criteria" + ((finding.place() > 0) ? "/" + (finding.place() - 1) : ""));
			case FALLBACK -> "/fallback";
			case REVIEW -> "/status";
		};
	}

}
