package dev.sayso.offer.collection;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.CatalogueRepository;
import dev.sayso.offer.placement.CatalogueCopies;
import dev.sayso.offer.placement.CatalogueThing;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Duplicates placements and collections.
 */
@ConsolePage
class CopiesController {

	private final Placements placements;

	private final Collections collections;

	private final CatalogueCopies copies;

	CopiesController(Placements placements, Collections collections, CatalogueCopies copies) {
		this.placements = placements;
		this.collections = collections;
		this.copies = copies;
	}

	@PostMapping("/placements/{id}/copies")
	String placement(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return duplicate(this.placements, id, actor, redirect);
	}

	@PostMapping("/collections/{id}/copies")
	String collection(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return duplicate(this.collections, id, actor, redirect);
	}

	private <T extends CatalogueThing<T>> String duplicate(CatalogueRepository<T> things, String id, Actor actor,
			RedirectAttributes redirect) {
		T copy = this.copies.make(things, things.get(id), actor);
		Flash.done(redirect, copy.kind() + ".created", copy.name());
		return "redirect:/" + copy.kind() + "s/" + copy.slug();
	}

}
