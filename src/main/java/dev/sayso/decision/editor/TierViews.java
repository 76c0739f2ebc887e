package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;

/**
 * Puts the tiers of a published version together, to be read.
 */
@Component
public class TierViews {

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	TierViews(DecisionCatalogue catalogue, DecisionMessages messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/** Its placements, in their order. */
	public List<TiersView> view(DecisionContent content) {
		CatalogueLookup lookup = this.catalogue.look();
		DecisionContent resolved = this.catalogue.resolve(content);
		String fallback = content.fallback().isEmpty() ? "" : lookup.offerName(content.fallback());
		return resolved.scopes().stream().map((scope) -> view(scope, fallback, lookup)).toList();
	}

	private TiersView view(DecisionScope scope, String fallback, CatalogueLookup lookup) {
		List<List<Criterion>> tiers = Tiers.of(scope.criteria()).tiers();
		List<TiersView.Step> steps = new ArrayList<>();
		int place = 1;
		for (int at = 0; at < tiers.size(); at++) {
			List<TiersView.Row> rows = new ArrayList<>();
			for (Criterion criterion : tiers.get(at)) {
				rows.add(row(criterion, place++, lookup));
			}
			steps.add(new TiersView.Step(at + 1, rows));
		}
		return new TiersView(scope.placement(), lookup.placementName(scope.placement()),
				lookup.placement(scope.placement()).orElse(null), steps, fallback);
	}

	private TiersView.Row row(Criterion criterion, int place, CatalogueLookup lookup) {
		boolean own = criterion.collection().isEmpty();
		int offers = own ? criterion.offers().size()
				: lookup.collection(criterion.collection()).map(this.catalogue::size).orElse(0);
		String sentence = this.messages.people(criterion.eligibility());
		String name = criterion.isShared() ? lookup.strategyName(criterion.strategy())
				: own ? criterion.offers().stream().map(lookup::offerName).collect(Collectors.joining(", "))
						: lookup.collectionName(criterion.collection());
		return new TiersView.Row(place, name, offers, sentence, criterion.formula(), criterion.learned());
	}

}
