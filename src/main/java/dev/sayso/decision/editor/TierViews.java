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
 * Puts the ladders of a decision together, each with what a review says about it.
 */
@Component
public class TierViews {

	private final DecisionCatalogue catalogue;

	private final DecisionReview review;

	private final FindingMessages words;

	private final DecisionMessages parts;

	TierViews(DecisionCatalogue catalogue, DecisionReview review, FindingMessages words, DecisionMessages parts) {
		this.catalogue = catalogue;
		this.review = review;
		this.words = words;
		this.parts = parts;
	}

	public List<TiersView> of(Decision decision) {
		List<FindingMessages.Said> said = this.words.say(
				this.review.of(decision).stream().filter((one) -> one.step() == DecisionFinding.Step.CRITERIA).toList(),
				decision);
		return of(decision.draft(), said);
	}

	/**
	 * The same of any content, with nothing said about it.
	 */
	List<TiersView> of(DecisionContent content) {
		return of(content, List.of());
	}

	private List<TiersView> of(DecisionContent content, List<FindingMessages.Said> said) {
		CatalogueLookup shelves = this.catalogue.look();
		return content.scopes().stream().map((scope) -> ladder(scope, shelves, said)).toList();
	}

	private TiersView ladder(DecisionScope scope, CatalogueLookup shelves, List<FindingMessages.Said> said) {
		List<List<Criterion>> rungs = Tiers.of(scope.criteria()).rungs();
		List<TiersView.Step> steps = new ArrayList<>();
		int place = 1;
		for (int at = 0; at < rungs.size(); at++) {
			List<TiersView.Row> rows = new ArrayList<>();
			boolean alone = rungs.get(at).size() == 1;
			for (Criterion one : rungs.get(at)) {
				int here = place++;
				rows.add(row(one, here, shelves, at > 0, alone && at == 0, alone && at == rungs.size() - 1,
						said.stream().filter((found) -> found.isAbout(scope.placement(), here)).toList()));
			}
			steps.add(new TiersView.Step(at + 1, rows));
		}
		return new TiersView(scope.placement(), shelves.placementName(scope.placement()),
				shelves.placement(scope.placement()).orElse(null), steps,
				said.stream().filter((one) -> one.isAbout(scope.placement(), 0)).toList(),
				scope.criteria().size() >= DecisionScope.MOST_CRITERIA, null);
	}

	private TiersView.Row row(Criterion one, int place, CatalogueLookup shelves, boolean above, boolean first,
			boolean last, List<FindingMessages.Said> said) {
		int offers = shelves.collection(one.collection()).map(this.catalogue::size).orElse(0);
		String sentence = one.eligibility().isEmpty() ? ""
				: this.parts.eligibility(one.eligibility()).replaceFirst("\\.$", "");
		return new TiersView.Row(place, shelves.collectionName(one.collection()), offers, sentence, one.formula(),
				one.learned(), above, first, last, said);
	}

}
