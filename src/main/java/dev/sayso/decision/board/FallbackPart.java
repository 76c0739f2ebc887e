package dev.sayso.decision.board;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.editor.FallbackViews;

/**
 * The form of what shows when nothing else may, of the offers that are there.
 */
@Component
class FallbackPart implements BoardPart {

	private final FallbackViews fallbacks;

	FallbackPart(FallbackViews fallbacks) {
		this.fallbacks = fallbacks;
	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("fallbacks");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return NewOfferForm.of(decision);
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		return Map.of("options", this.fallbacks.list(decision));
	}

}
