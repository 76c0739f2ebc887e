package dev.sayso.decision.board;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.FallbackViews;
import dev.sayso.offer.placement.Placement;

/**
 * The forms of what shows when nothing else may: a new offer, or one that is there.
 */
@Component
class FallbackPart implements BoardPart {

	private final DecisionCatalogue catalogue;

	private final FallbackViews fallbacks;

	FallbackPart(DecisionCatalogue catalogue, FallbackViews fallbacks) {
		this.catalogue = catalogue;
		this.fallbacks = fallbacks;
	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("fallback") || kind.equals("fallbacks");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return NewOfferForm.of(decision);
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		CatalogueLookup lookup = this.catalogue.look();
		return open.kind().equals("fallbacks") ? Map.of("options", this.fallbacks.of(decision))
				: Map.of("languages", OfferPart.languages(decision, lookup), "contentType",
						lookup.placement(open.placement()).map(Placement::contentType).orElse(""));
	}

}
