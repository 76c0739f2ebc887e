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
import org.springframework.validation.BeanPropertyBindingResult;
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

	private final Qualifiers qualifiers;

	private final Offers offers;

	private final OfferVersions versions;

	private final CatalogueUsages usages;

	private final Clock clock;

	CollectionPage(Qualifiers qualifiers, Offers offers, OfferVersions versions, CatalogueUsages usages, Clock clock) {
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.versions = versions;
		this.usages = usages;
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

	/**
	 * Shows a form.
	 * @param saved what it is about; null for something new
	 */
	ModelAndView render(CollectionForm form, @Nullable Collection saved, Mode mode, HttpStatus status) {
		return render(form, saved, pool(), mode, status);
	}

	private ModelAndView render(CollectionForm form, @Nullable Collection saved, OfferPool pool, Mode mode,
			HttpStatus status) {
		Set<String> picked = new HashSet<>(form.offers());
		return new ModelAndView("offer/collection/edit", status).addObject("form", form)
			.addObject("collection", saved)
			.addObject("mode", mode)
			.addObject("choices", choices(form, pool))
			.addObject("picked", pool.named(form.offers()))
			.addObject("matches", mode.open() ? pool.find(form.find(), picked, OFFERED) : null)
			.addObject("inside", pool.inside(form.content(), LISTED))
			.addObject("waiting", pool.waiting(form.content()))
			.addObject("most", Collection.MOST)
			.addObject("uses", uses(saved));
	}

	/**
	 * The form again after one of its buttons; nothing is saved.
	 * @param act what the button does; {@code enter} adds the offer whose name was typed
	 * where it is the only one
	 */
	ModelAndView redraw(CollectionForm form, @Nullable Collection saved, String act) {
		OfferPool pool = pool();
		CollectionForm after = isFull(form, act) ? form : form.after(resolve(form, act, pool));
		return render(after, saved, pool, new Mode(true, true), HttpStatus.OK)
			.addAllObjects(new BeanPropertyBindingResult(after, "form").getModel())
			.addObject("focus", focus(form, act, after));
	}

	private static boolean isFull(CollectionForm form, String act) {
		return form.isFull() && (act.equals("enter") || act.startsWith("add:"));
	}

	private static String resolve(CollectionForm form, String act, OfferPool pool) {
		if (!act.equals("enter") || form.find().isEmpty()) {
			return act;
		}
		List<CollectionOfferRow> rows = pool.find(form.find(), Set.copyOf(form.offers()), 2).rows();
		return (rows.size() == 1) ? "add:" + rows.get(0).slug() : act;
	}

	/**
	 * The control on which work goes on: the same where it is still there, else its
	 * neighbour.
	 */
	private static String focus(CollectionForm before, String act, CollectionForm after) {
		String slug = act.substring(act.indexOf(':') + 1);
		int at = after.offers().indexOf(slug);
		if (act.startsWith("up:") && at >= 0) {
			return ((at > 0) ? "up-" : "down-") + slug;
		}
		if (act.startsWith("down:") && at >= 0) {
			return ((at < after.offers().size() - 1) ? "down-" : "up-") + slug;
		}
		if (act.startsWith("remove:") && !after.offers().isEmpty()) {
			int was = Math.max(0, before.offers().indexOf(slug));
			return "remove-" + after.offers().get(Math.min(was, after.offers().size() - 1));
		}
		return act.isEmpty() ? "" : "find";
	}

	private CatalogueUsages.Uses uses(@Nullable Collection saved) {
		return (saved != null) ? this.usages.find("collection", saved.slug()) : CatalogueUsages.Uses.NONE;
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
