package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Puts the ladders of a decision together, each with what a review says about it.
 */
@Component
public class ShowLadder {

	private final Catalogue catalogue;

	private final ReviewDecision review;

	private final FindingWords words;

	private final DecisionWords parts;

	ShowLadder(Catalogue catalogue, ReviewDecision review, FindingWords words, DecisionWords parts) {
		this.catalogue = catalogue;
		this.review = review;
		this.words = words;
		this.parts = parts;
	}

	public List<LadderView> of(Decision decision) {
		List<FindingWords.Said> said = this.words.say(
				this.review.of(decision).stream().filter((one) -> one.step() == DecisionFinding.Step.CRITERIA).toList(),
				decision);
		return of(decision.draft(), said);
	}

	/**
	 * The same of any content, with nothing said about it.
	 */
	List<LadderView> of(DecisionContent content) {
		return of(content, List.of());
	}

	private List<LadderView> of(DecisionContent content, List<FindingWords.Said> said) {
		Shelves shelves = this.catalogue.look();
		return content.scopes().stream().map((scope) -> ladder(scope, shelves, said)).toList();
	}

	private LadderView ladder(Scope scope, Shelves shelves, List<FindingWords.Said> said) {
		List<List<Criterion>> rungs = Ladder.of(scope.criteria()).rungs();
		List<LadderView.Step> steps = new ArrayList<>();
		int place = 1;
		for (int at = 0; at < rungs.size(); at++) {
			List<LadderView.Row> rows = new ArrayList<>();
			boolean alone = rungs.get(at).size() == 1;
			for (Criterion one : rungs.get(at)) {
				int here = place++;
				rows.add(row(one, here, shelves, at > 0, alone && at == 0, alone && at == rungs.size() - 1,
						said.stream().filter((found) -> found.isAbout(scope.placement(), here)).toList()));
			}
			steps.add(new LadderView.Step(at + 1, rows));
		}
		return new LadderView(scope.placement(), shelves.placementName(scope.placement()),
				shelves.placement(scope.placement()).orElse(null), steps,
				said.stream().filter((one) -> one.isAbout(scope.placement(), 0)).toList(),
				scope.criteria().size() >= Scope.MOST_CRITERIA, null);
	}

	private LadderView.Row row(Criterion one, int place, Shelves shelves, boolean above, boolean first, boolean last,
			List<FindingWords.Said> said) {
		int offers = shelves.collection(one.collection()).map(this.catalogue::size).orElse(0);
		String sentence = one.eligibility().isEmpty() ? ""
				: this.parts.eligibility(one.eligibility()).replaceFirst("\\.$", "");
		return new LadderView.Row(place, shelves.collectionName(one.collection()), offers, sentence, one.formula(),
				one.learned(), above, first, last, said);
	}

}
