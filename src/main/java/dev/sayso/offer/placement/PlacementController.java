package dev.sayso.offer.placement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.page.ConsolePage;

/**
 * The placements, listed and edited.
 */
@ConsolePage
@RequestMapping("/placements")
class PlacementController extends CatalogueController<Placement, PlacementForm> {

	PlacementController(Placements placements, AuditedChanges changes, CatalogueUsages usages, Clock clock) {
		super("placement", "frame", placements, changes, usages, clock);
	}

	@Override
	protected PlacementForm form(@Nullable Placement placement) {
		return (placement != null) ? PlacementForm.of(placement) : PlacementForm.BLANK;
	}

	@Override
	protected Placement create(PlacementForm form, Instant now, String by) {
		return Placement.create(form.slug(), form.name(), form.description(), new Surface(form.surface()),
				ContentType.of(form.contentType()).orElseThrow(), form.shown(), now, by);
	}

	@Override
	protected Placement edit(Placement before, PlacementForm form, Instant now, String by) {
		return before.edit(form.name(), form.description(), form.shown(), now, by);
	}

	@Override
	protected Map<String, ?> choices(PlacementForm form, @Nullable Placement placement, boolean open) {
		return Map.of("surfaces", Surface.all(), "types", ContentType.values());
	}

}
