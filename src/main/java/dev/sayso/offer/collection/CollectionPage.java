package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueUsages;

/**
 * Puts the page together on which a collection is read and edited.
 */
@Component
class CollectionPage {

	/** How many offers to add are offered at once. */
	private static final int OFFERED = 8;

	/** How many of what is in it are listed; the rest is counted. */
	private static final int LISTED = 100;

	private final Collections collections;

	private final Qualifiers qualifiers;

	private final Offers offers;

	private final OfferVersions versions;

	private final CatalogueUsages uses;

	private final Clock clock;

	CollectionPage(Collections collections, Qualifiers qualifiers, Offers offers, OfferVersions versions,
			CatalogueUsages uses, Clock clock) {
		this.collections = collections;
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.versions = versions;
		this.uses = uses;
		this.clock = clock;
	}

	/**
	 * How the page is shown.
	 *
	 * @param edited whether the form holds something that is not saved
	 * @param open whether the reader may edit
	 */
	record Mode(boolean edited, boolean open) {

	}

	/**
	 * A qualifier to tick.
	 *
	 * @param carriers how many approved offers carry it
	 */
	record Choice(String slug, String name, int carriers, boolean ticked) {

	}

	/** All the offers now. */
	OfferPool shelf() {
		return OfferPool.of(this.offers.findAllByOrderByName(), this.versions.approved(), this.clock.instant());
	}

	ModelAndView page(CollectionForm form, OfferPool shelf, Mode mode, HttpStatus status) {
		Collection saved = form.isFresh() ? null : this.collections.get(form.names().id());
		Set<String> picked = new HashSet<>(form.offers());
		return new ModelAndView("offer/collection/edit", status).addObject("form", form)
			.addObject("collection", saved)
			.addObject("mode", mode)
			.addObject("choices", choices(form, shelf))
			.addObject("picked", shelf.named(form.offers()))
			.addObject("found", mode.open() ? shelf.find(form.find(), picked, OFFERED) : null)
			.addObject("inside", shelf.inside(form.content(), LISTED))
			.addObject("waiting", shelf.waiting(form.content()))
			.addObject("most", Collection.MOST)
			.addObject("uses", uses(saved));
	}

	private CatalogueUsages.Uses uses(@Nullable Collection saved) {
		return (saved != null) ? this.uses.of("collection", saved.slug()) : CatalogueUsages.Uses.NONE;
	}

	/**
	 * All the qualifiers, and those the form names that are gone, to untick them.
	 */
	private List<Choice> choices(CollectionForm form, OfferPool shelf) {
		Map<String, Integer> carriers = new HashMap<>();
		shelf.approved()
			.stream()
			.filter((offer) -> !offer.fallback())
			.flatMap((offer) -> offer.content().qualifiers().stream())
			.forEach((one) -> carriers.merge(one, 1, Integer::sum));
		List<String> ticked = new ArrayList<>(form.qualifiers());
		List<Choice> choices = new ArrayList<>();
		for (Qualifier one : this.qualifiers.findAllByOrderByName()) {
			choices.add(new Choice(one.slug(), one.name(), carriers.getOrDefault(one.slug(), 0),
					ticked.remove(one.slug())));
		}
		ticked.forEach((slug) -> choices.add(new Choice(slug, slug, carriers.getOrDefault(slug, 0), true)));
		return choices;
	}

}
