package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.editor.Tiers;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Offer;

/**
 * Puts a board together: each thing by its name, with what a review says of it.
 */
@Component
class BoardViews {

	private final DecisionCatalogue catalogue;

	private final DecisionReview review;

	private final FindingMessages findings;

	private final CriterionAudience audience;

	private final MarketingActions actions;

	private final BoardLanguages languages;

	BoardViews(DecisionCatalogue catalogue, DecisionReview review, FindingMessages findings, CriterionAudience audience,
			MarketingActions actions, BoardLanguages languages) {
		this.catalogue = catalogue;
		this.review = review;
		this.findings = findings;
		this.audience = audience;
		this.actions = actions;
		this.languages = languages;
	}

	/**
	 * What is drawn of one board.
	 *
	 * @param fallback null for none, or one that is gone
	 * @param drawn how many offers were so far
	 * @param criteria how many criteria were so far
	 */
	private record Subject(DecisionContent content, CatalogueLookup lookup, @Nullable Offer fallback,
			BoardView.Shown shown, AtomicInteger drawn, AtomicInteger criteria) {
	}

	BoardView view(Decision decision, BoardView.Shown shown) {
		DecisionContent content = this.catalogue.resolve(decision.draft());
		CatalogueLookup lookup = this.catalogue.look();
		Subject subject = new Subject(content, lookup, lookup.offer(content.fallback()).orElse(null), shown,
				new AtomicInteger(), new AtomicInteger());
		List<BoardView.ScopeView> scopes = content.scopes().stream().map((scope) -> scope(scope, subject)).toList();
		return new BoardView(this.findings.say(this.review.review(decision), decision), scopes, fallback(subject),
				content.validity(), content.actions().stream().map(this.actions::name).toList(),
				content.scopes().size() >= DecisionContent.MOST_SCOPES);
	}

	private BoardView.@Nullable Pick fallback(Subject subject) {
		String slug = subject.content().fallback();
		return slug.isEmpty() ? null
				: new BoardView.Pick(slug, subject.lookup().offerName(slug), subject.fallback(), List.of(), true, true);
	}

	private BoardView.ScopeView scope(DecisionScope scope, Subject subject) {
		int criteria = scope.criteria().size();
		boolean drawn = subject.shown().isDrawn(scope.placement(), criteria, subject.criteria().get());
		if (drawn) {
			subject.criteria().addAndGet(criteria);
		}
		List<DecisionScope> all = subject.content().scopes();
		List<BoardView.Said> floor = (subject.fallback() != null)
				? this.languages.at(subject.fallback(), scope.placement()) : List.of();
		return new BoardView.ScopeView(scope.placement(), subject.lookup().placementName(scope.placement()),
				subject.lookup().placement(scope.placement()).orElse(null), drawn ? rungs(scope, subject) : List.of(),
				drawn ? 0 : criteria, floor, scope == all.get(0), scope == all.get(all.size() - 1),
				criteria >= DecisionScope.MOST_CRITERIA);
	}

	private List<BoardView.Rung> rungs(DecisionScope scope, Subject subject) {
		List<List<Criterion>> tiers = Tiers.of(scope.criteria()).tiers();
		List<BoardView.Rung> rungs = new ArrayList<>();
		int place = 1;
		for (int at = 0; at < tiers.size(); at++) {
			List<BoardView.Slot> slots = new ArrayList<>();
			boolean alone = tiers.get(at).size() == 1;
			for (Criterion criterion : tiers.get(at)) {
				Spot spot = new Spot(scope.placement(), place++, at > 0, alone && at == 0,
						alone && at == tiers.size() - 1);
				slots.add(slot(criterion, spot, subject));
			}
			rungs.add(new BoardView.Rung(at + 1, slots));
		}
		return rungs;
	}

	/** Where a criterion stands. */
	private record Spot(String placement, int place, boolean above, boolean first, boolean last) {
	}

	private BoardView.Slot slot(Criterion criterion, Spot spot, Subject subject) {
		List<String> slugs = criterion.collection().isEmpty() ? criterion.offers()
				: shared(criterion, subject.lookup());
		int drawn = subject.shown().count(slugs.size(), spot.placement(), spot.place(), subject.drawn().get());
		subject.drawn().addAndGet(drawn);
		List<BoardView.Pick> picks = new ArrayList<>();
		for (int at = 0; at < drawn; at++) {
			Offer found = subject.lookup().offer(slugs.get(at)).orElse(null);
			picks.add(new BoardView.Pick(slugs.get(at), subject.lookup().offerName(slugs.get(at)), found,
					(found != null) ? this.languages.at(found, spot.placement()) : List.of(), at == 0,
					at == slugs.size() - 1));
		}
		return new BoardView.Slot(spot.place(), criterion.collection(),
				subject.lookup().collectionName(criterion.collection()), criterion.strategy(),
				subject.lookup().strategyName(criterion.strategy()), this.audience.describe(criterion),
				criterion.formula(), criterion.learned(), picks, slugs.size() - drawn, spot.above(), spot.first(),
				spot.last());
	}

	private List<String> shared(Criterion criterion, CatalogueLookup lookup) {
		return lookup.collection(criterion.collection())
			.map((collection) -> this.catalogue.offers(collection).stream().map(ApprovedOffer::slug).toList())
			.orElse(List.of());
	}

}
