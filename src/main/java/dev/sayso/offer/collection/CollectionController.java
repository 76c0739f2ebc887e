package dev.sayso.offer.collection;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueController;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/collections")
class CollectionController extends CatalogueController<Collection, CollectionForm> {

	/** How many offers to add are offered at once. */
	private static final int OFFERED = 8;

	/** How many of what is in it are listed; the rest is counted. */
	private static final int LISTED = 100;

	private final Qualifiers qualifiers;

	private final Offers offers;

	private final OfferVersions versions;

	private final Clock clock;

	CollectionController(Collections collections, AuditedChanges changes, CatalogueUsages usages, Clock clock,
			Qualifiers qualifiers, Offers offers, OfferVersions versions) {
		super("collection", "stack-2", collections, changes, usages, clock);
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.versions = versions;
		this.clock = clock;
	}

	/**
	 * What is in a collection of the list.
	 *
	 * @param qualifiers names of those it picks by
	 * @param offers how many are in it now
	 */
	record Contents(List<String> qualifiers, int offers) {

	}

	/**
	 * The form again after one of its buttons: nothing is saved. A form of a collection
	 * that is there already says PUT.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") CollectionForm form, @RequestParam(defaultValue = "") String collection,
			@RequestParam(defaultValue = "") String act) {
		return press(form, collection.isBlank() ? null : this.things.get(collection.strip()), act);
	}

	/** Somebody who looks for an offer pressed Enter, and did not mean to save. */
	@Override
	protected @Nullable ModelAndView redraw(CollectionForm form, @Nullable Collection saved, String act) {
		Choices.check(List.of("", "enter", "save").contains(act));
		boolean search = !form.isDynamic() && !form.find().isEmpty() && act.equals("enter");
		return search ? press(form, saved, act) : null;
	}

	/**
	 * Does what a button does.
	 * @param act {@code enter} adds the offer whose name was typed where it is the only
	 * one
	 */
	private ModelAndView press(CollectionForm form, @Nullable Collection saved, String act) {
		boolean full = form.isFull() && (act.equals("enter") || act.startsWith("add:"));
		CollectionForm after = full ? form : form.after(pool().resolve(act, form.find(), form.offers()));
		return page(after, saved, true, HttpStatus.OK)
			.addAllObjects(new BeanPropertyBindingResult(after, "form").getModel())
			.addObject("edited", true)
			.addObject("focus", after.focus(act, form));
	}

	@Override
	protected String editor() {
		return "offer/collection/edit";
	}

	@Override
	protected Function<Collection, Object> more(List<Collection> shown) {
		List<ApprovedOffer> approved = shown.isEmpty() ? List.of() : this.versions.approved();
		Map<String, String> names = this.qualifiers.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap(Qualifier::slug, Qualifier::name));
		return (collection) -> new Contents(
				collection.content().qualifiers().stream().map((slug) -> names.getOrDefault(slug, slug)).toList(),
				collection.select(approved).size());
	}

	@Override
	protected CollectionForm form(@Nullable Collection collection) {
		return (collection != null) ? CollectionForm.of(collection) : CollectionForm.BLANK;
	}

	/** What is gone may stay, and only that; of a stale form nothing is said yet. */
	@Override
	protected void check(CollectionForm form, @Nullable Collection saved, Errors errors) {
		if (saved != null && !Integer.valueOf(form.version()).equals(saved.version())) {
			return;
		}
		Collection.Content before = (saved != null) ? saved.content() : CollectionForm.BLANK.content();
		Set<String> known = new HashSet<>(form.isDynamic() ? before.qualifiers() : before.offers());
		if (form.isDynamic()) {
			this.qualifiers.findAllByOrderByName().forEach((qualifier) -> known.add(qualifier.slug()));
		}
		else {
			this.offers.findAllByOrderByName().forEach((offer) -> known.add(offer.slug()));
		}
		String field = form.isDynamic() ? "qualifiers" : "offers";
		(form.isDynamic() ? form.qualifiers() : form.offers()).stream()
			.filter((key) -> !known.contains(key) && !errors.hasFieldErrors(field))
			.findFirst()
			.ifPresent((key) -> errors.rejectValue(field, "collection.fault.unknown", new Object[] { key }, null));
	}

	@Override
	protected Collection create(CollectionForm form, Instant now, String by) {
		return Collection.create(form.slug(), form.name(), form.description(), form.content(), now, by);
	}

	@Override
	protected Collection edit(Collection before, CollectionForm form, Instant now, String by) {
		return before.edit(form.name(), form.description(), form.content(), now, by);
	}

	/**
	 * A qualifier to tick.
	 *
	 * @param carriers how many approved offers carry it
	 */
	record Choice(String slug, String name, int carriers, boolean ticked) {

	}

	@Override
	protected Map<String, ?> choices(CollectionForm form, @Nullable Collection collection, boolean open) {
		OfferPool pool = pool();
		Map<String, Object> choices = new HashMap<>();
		choices.put("choices", choices(form, pool));
		choices.put("picker", "/collections/draft");
		choices.put("picked", pool.named(form.offers()));
		choices.put("matches", open ? pool.find(form.find(), Set.copyOf(form.offers()), OFFERED) : null);
		choices.put("inside", pool.inside(form.content(), LISTED));
		choices.put("waiting", pool.waiting(form.content()));
		choices.put("most", Collection.MOST);
		return choices;
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

	private OfferPool pool() {
		return OfferPool.of(this.offers.findAllByOrderByName(), this.versions.approved(), this.clock.instant());
	}

}
