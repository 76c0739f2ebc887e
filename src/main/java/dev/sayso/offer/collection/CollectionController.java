package dev.sayso.offer.collection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.placement.CatalogueController;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.page.ConsolePage;

/**
 * The collections, listed and edited.
 */
@ConsolePage
@RequestMapping("/collections")
class CollectionController extends CatalogueController<Collection, CollectionForm> {

	private final CollectionPage page;

	CollectionController(Collections collections, AuditedChanges changes, CatalogueUsages usages, Clock clock,
			CollectionPage page) {
		super("collection", "stack-2", collections, changes, usages, clock);
		this.page = page;
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
		CollectionForm after = full ? form : form.after(this.page.resolve(form, act));
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
		List<ApprovedOffer> approved = shown.isEmpty() ? List.of() : this.page.approved();
		Map<String, String> names = this.page.qualifiers()
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

	@Override
	protected Collection create(CollectionForm form, Instant now, String by) {
		return Collection.create(form.slug(), form.name(), form.description(), form.content(), now, by);
	}

	@Override
	protected Collection edit(Collection before, CollectionForm form, Instant now, String by) {
		return before.edit(form.name(), form.description(), form.content(), now, by);
	}

	@Override
	protected Map<String, ?> choices(CollectionForm form, @Nullable Collection collection, boolean open) {
		return this.page.choices(form, open);
	}

}
