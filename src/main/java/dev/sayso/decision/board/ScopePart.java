package dev.sayso.decision.board;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;

/**
 * The form of a placement: one that is there, or a new one.
 */
@Component
class ScopePart implements BoardPart {

	private final DecisionCatalogue catalogue;

	private final MessageSourceAccessor messages;

	ScopePart(DecisionCatalogue catalogue, MessageSourceAccessor messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("placement") || kind.equals("placements");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return ScopeForm.of(decision, open.kind().equals("placements"), open.like());
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		return choices(decision.draft());
	}

	Map<String, ?> choices(DecisionContent draft) {
		Map<String, String> others = new LinkedHashMap<>();
		this.catalogue.placements()
			.stream()
			.filter((one) -> !one.isArchived() && draft.scope(one.slug()).isEmpty())
			.forEach((one) -> others.put(one.slug(), named(one)));
		return Map.of("others", others, "surfaces", surfaces(), "types", types());
	}

	private String named(Placement placement) {
		return placement.name() + " (" + word("surface." + placement.surface()) + ", "
				+ word("content-type." + placement.contentType()) + ")";
	}

	private Map<String, String> surfaces() {
		Map<String, String> surfaces = new LinkedHashMap<>();
		Surface.all().forEach((surface) -> surfaces.put(surface.key(), word("surface." + surface.key())));
		return surfaces;
	}

	private Map<String, String> types() {
		Map<String, String> types = new LinkedHashMap<>();
		for (ContentType type : ContentType.values()) {
			types.put(type.key(), word("content-type." + type.key()));
		}
		return types;
	}

	private String word(String key) {
		return this.messages.getMessage(key);
	}

}
