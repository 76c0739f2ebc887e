package dev.sayso.offer.collection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * A collection as it is typed. It holds both what was picked and what was ticked, so that
 * changing the kind and back loses nothing.
 *
 * @param version the one that was shown
 * @param slug given once
 * @param kind {@code qualifiers} where they say what is in it, else picked by hand
 * @param match {@code all} where an offer has to carry all the qualifiers
 * @param find what was typed to find an offer by
 */
record CollectionForm(int version,
		@NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
				message = "{catalogue.fault.name.long}") String name,
		String slug, @Size(max = 2000, message = "{description.fault}") String description, String kind,
		List<String> offers, List<String> qualifiers, String match, String find) implements CatalogueForm {

	static final CollectionForm BLANK = new CollectionForm(-1, "", "", "", "hand", List.of(), List.of(), "any", "");

	CollectionForm {
		slug = Slug.typed(slug, name, RESERVED);
		kind = Choices.read(kind, "hand", "qualifiers");
		match = Choices.read(match, "any", "all");
		offers = keys(offers);
		qualifiers = keys(qualifiers);
	}

	static CollectionForm of(Collection collection) {
		Collection.Content content = collection.content();
		return new CollectionForm(Objects.requireNonNullElse(collection.version(), 0), collection.name(),
				collection.slug(), collection.description(), content.isDynamic() ? "qualifiers" : "hand",
				content.offers(), content.qualifiers(), content.every() ? "all" : "any", "");
	}

	private static List<String> keys(@Nullable List<String> typed) {
		return Choices
			.readAll(Objects.requireNonNullElse(typed, List.<String>of()),
					(key) -> Optional.of(key).filter(Slug::isSlug))
			.stream()
			.distinct()
			.toList();
	}

	/** Something of the kind that was chosen, and not too much. */
	@Override
	public void check(Errors errors) {
		if (isDynamic() && this.qualifiers.isEmpty()) {
			errors.rejectValue("qualifiers", "collection.fault.qualifiers");
		}
		if (!isDynamic() && this.offers.size() > Collection.MOST) {
			errors.rejectValue("offers", "collection.fault.offers");
		}
	}

	/** The same after a button. */
	CollectionForm after(String act) {
		if (!PickedOffers.isAct(act)) {
			Choices.check(act.isEmpty() || act.equals("enter"));
			return this;
		}
		PickedOffers after = picked().after(act);
		return after.equals(picked()) ? this : picked(after.keys());
	}

	/** The control on which work goes on after a button. */
	String focus(String act, CollectionForm before) {
		return picked().focus(act, before.picked());
	}

	private PickedOffers picked() {
		return new PickedOffers(this.offers);
	}

	/** The same with these offers, and nothing looked for any more. */
	private CollectionForm picked(List<String> order) {
		return new CollectionForm(this.version, this.name, this.slug, this.description, this.kind, order,
				this.qualifiers, this.match, "");
	}

	/** What would be saved: of both kinds the one that was chosen. */
	Collection.Content content() {
		return isDynamic() ? new Collection.Content(List.of(), this.qualifiers, this.match.equals("all"))
				: new Collection.Content(this.offers, List.of(), false);
	}

	public boolean isDynamic() {
		return this.kind.equals("qualifiers");
	}

	public boolean isFull() {
		return this.offers.size() >= Collection.MOST;
	}

}
