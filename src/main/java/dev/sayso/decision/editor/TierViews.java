package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;

/**
 * Puts the tiers of a decision together, each with what a review says about it.
 */
@Component
public class TierViews {

	private final DecisionCatalogue catalogue;

	private final DecisionReview review;

	private final FindingMessages messages;

	private final DecisionMessages parts;

	TierViews(DecisionCatalogue catalogue, DecisionReview review, FindingMessages messages, DecisionMessages parts) {
		this.catalogue = catalogue;
		this.review = review;
		this.messages = messages;
		this.parts = parts;
	}

	public List<TiersView> of(Decision decision) {
		List<FindingMessages.Sentence> findings = this.messages.say(this.review.review(decision)
			.stream()
			.filter((finding) -> finding.step() == DecisionFinding.Step.CRITERIA)
			.toList(), decision);
		return of(decision.draft(), findings);
	}

	/** The same of any content, with nothing said about it. */
	List<TiersView> of(DecisionContent content) {
		return of(content, List.of());
	}

	private List<TiersView> of(DecisionContent content, List<FindingMessages.Sentence> findings) {
		CatalogueLookup lookup = this.catalogue.look();
		return content.scopes().stream().map((scope) -> view(scope, lookup, findings)).toList();
	}

	private TiersView view(DecisionScope scope, CatalogueLookup lookup, List<FindingMessages.Sentence> findings) {
		List<List<Criterion>> tiers = Tiers.of(scope.criteria()).tiers();
		List<TiersView.Step> steps = new ArrayList<>();
		int place = 1;
		for (int at = 0; at < tiers.size(); at++) {
			List<TiersView.Row> rows = new ArrayList<>();
			boolean alone = tiers.get(at).size() == 1;
			for (Criterion criterion : tiers.get(at)) {
				int here = place++;
				rows.add(row(criterion, here, lookup, at > 0, alone && at == 0, alone && at == tiers.size() - 1,
						findings.stream().filter((finding) -> finding.isAbout(scope.placement(), here)).toList()));
			}
			steps.add(new TiersView.Step(at + 1, rows));
		}
		return new TiersView(scope.placement(), lookup.placementName(scope.placement()),
				lookup.placement(scope.placement()).orElse(null), steps,
				findings.stream().filter((finding) -> finding.isAbout(scope.placement(), 0)).toList(),
				scope.criteria().size() >= DecisionScope.MOST_CRITERIA, null);
	}

	private TiersView.Row row(Criterion criterion, int place, CatalogueLookup lookup, boolean above, boolean first,
			boolean last, List<FindingMessages.Sentence> findings) {
		int offers = lookup.collection(criterion.collection()).map(this.catalogue::size).orElse(0);
		String sentence = criterion.eligibility().isEmpty() ? ""
				: this.parts.eligibility(criterion.eligibility()).replaceFirst("\\.$", "");
		return new TiersView.Row(place, lookup.collectionName(criterion.collection()), offers, sentence,
				criterion.formula(), criterion.learned(), above, first, last, findings);
	}

}
