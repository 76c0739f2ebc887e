package dev.sayso.offer.collection;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.PlacementManagement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Archives placements and collections, and restores them.
 */
@ConsolePage
class CatalogueArchiveController {

	private final Placements placements;

	private final PlacementManagement placementManagement;

	private final Collections collections;

	private final CollectionManagement collectionManagement;

	CatalogueArchiveController(Placements placements, PlacementManagement placementManagement, Collections collections,
			CollectionManagement collectionManagement) {
		this.placements = placements;
		this.placementManagement = placementManagement;
		this.collections = collections;
		this.collectionManagement = collectionManagement;
	}

	@PutMapping("/placements/{id}/archive")
	String archivePlacement(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return placement(id, true, actor, redirect);
	}

	@DeleteMapping("/placements/{id}/archive")
	String restorePlacement(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return placement(id, false, actor, redirect);
	}

	@PutMapping("/collections/{id}/archive")
	String archiveCollection(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return collection(id, true, actor, redirect);
	}

	@DeleteMapping("/collections/{id}/archive")
	String restoreCollection(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return collection(id, false, actor, redirect);
	}

	private String placement(String id, boolean away, Actor actor, RedirectAttributes redirect) {
		Placement changed = this.placementManagement.archive(this.placements.get(id).id(), away, actor);
		Flash.done(redirect, away ? "catalogue.archived" : "catalogue.restored", changed.name());
		return "redirect:/placements/" + changed.slug();
	}

	private String collection(String id, boolean away, Actor actor, RedirectAttributes redirect) {
		Collection changed = this.collectionManagement.archive(this.collections.get(id).id(), away, actor);
		Flash.done(redirect, away ? "catalogue.archived" : "catalogue.restored", changed.name());
		return "redirect:/collections/" + changed.slug();
	}

}
