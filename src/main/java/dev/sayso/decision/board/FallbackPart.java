package dev.sayso.decision.board;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

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

	private final BoardLanguages languages;

	FallbackPart(DecisionCatalogue catalogue, FallbackViews fallbacks, BoardLanguages languages) {
		this.catalogue = catalogue;
		this.fallbacks = fallbacks;
		this.languages = languages;
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
		return open.kind().equals("fallbacks") ? Map.of("options", this.fallbacks.list(decision))
				: Map.of("languages", this.languages.names(), "contentType",
						this.catalogue.look().placement(open.placement()).map(Placement::contentType).orElse(""),
						"placed",
						this.catalogue.look()
							.placement(open.placement())
							.map((placement) -> placement.layout().fields())
							.orElse(List.of()));
	}

}
