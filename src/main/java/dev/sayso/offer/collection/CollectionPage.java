package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;

/**
 * Collects what the page shows on which a collection is read and edited.
 */
@Component
class CollectionPage {

	/** How many offers to add are offered at once. */
	private static final int OFFERED = 8;

	/** How many of what is in it are listed; the rest is counted. */
	private static final int LISTED = 100;

	private final Qualifiers qualifiers;

	private final Offers offers;

	private final OfferVersions versions;

	private final Clock clock;

	CollectionPage(Qualifiers qualifiers, Offers offers, OfferVersions versions, Clock clock) {
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.versions = versions;
		this.clock = clock;
	}

	/**
	 * A qualifier to tick.
	 *
	 * @param carriers how many approved offers carry it
	 */
	record Choice(String slug, String name, int carriers, boolean ticked) {

	}

	/**
	 * What the page has beside the form, by name.
	 * @param open whether the reader may edit
	 */
	Map<String, ?> choices(CollectionForm form, boolean open) {
		OfferPool pool = pool();
		Map<String, Object> choices = new HashMap<>();
		choices.put("choices", choices(form, pool));
		choices.put("picked", pool.named(form.offers()));
		choices.put("matches", open ? pool.find(form.find(), Set.copyOf(form.offers()), OFFERED) : null);
		choices.put("inside", pool.inside(form.content(), LISTED));
		choices.put("waiting", pool.waiting(form.content()));
		choices.put("most", Collection.MOST);
		return choices;
	}

	/** What a button does: Enter adds the offer that was looked for. */
	String resolve(CollectionForm form, String act) {
		if (!act.equals("enter") || form.find().isEmpty()) {
			return act;
		}
		List<CollectionOfferRow> rows = pool().find(form.find(), Set.copyOf(form.offers()), 2).rows();
		return (rows.size() == 1) ? "add:" + rows.get(0).slug() : act;
	}

	List<ApprovedOffer> approved() {
		return this.versions.approved();
	}

	List<Qualifier> qualifiers() {
		return this.qualifiers.findAllByOrderByName();
	}

	/** All the qualifiers, and those the form names that are gone, to untick them. */
	private List<Choice> choices(CollectionForm form, OfferPool pool) {
		Map<String, Integer> carriers = new HashMap<>();
		pool.approved()
			.stream()
			.filter((offer) -> !offer.fallback())
			.flatMap((offer) -> offer.content().qualifiers().stream())
			.forEach((qualifier) -> carriers.merge(qualifier, 1, Integer::sum));
		List<String> ticked = new ArrayList<>(form.qualifiers());
		List<Choice> choices = new ArrayList<>();
		for (Qualifier qualifier : this.qualifiers.findAllByOrderByName()) {
			choices.add(new Choice(qualifier.slug(), qualifier.name(), carriers.getOrDefault(qualifier.slug(), 0),
					ticked.remove(qualifier.slug())));
		}
		ticked.forEach((slug) -> choices.add(new Choice(slug, slug, carriers.getOrDefault(slug, 0), true)));
		return choices;
	}

	/** All the offers now. */
	private OfferPool pool() {
		return OfferPool.of(this.offers.findAllByOrderByName(), this.versions.approved(), this.clock.instant());
	}

}
