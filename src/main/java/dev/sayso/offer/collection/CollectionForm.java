package dev.sayso.offer.collection;

import java.util.ArrayList;
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

	/**
	 * The same after a button: {@code add:}, {@code up:}, {@code down:} or
	 * {@code remove:} and the key of an offer.
	 */
	CollectionForm after(String act) {
		String slug = act.substring(act.indexOf(':') + 1);
		int at = this.offers.indexOf(slug);
		return switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
			case "add" -> (at < 0 && Slug.isSlug(slug)) ? picked(moved(slug, this.offers.size())) : this;
			case "up" -> (at > 0) ? picked(moved(slug, at - 1)) : this;
			case "down" -> (at >= 0 && at < this.offers.size() - 1) ? picked(moved(slug, at + 1)) : this;
			case "remove" -> picked(this.offers.stream().filter((offer) -> !offer.equals(slug)).toList());
			default -> {
				Choices.check(act.isEmpty() || act.equals("enter"));
				yield this;
			}
		};
	}

	/**
	 * The control on which work goes on after a button: the same where it is still there,
	 * else its neighbour.
	 */
	String focus(String act, CollectionForm before) {
		String slug = act.substring(act.indexOf(':') + 1);
		int at = this.offers.indexOf(slug);
		if (act.startsWith("up:") && at >= 0) {
			return ((at > 0) ? "up-" : "down-") + slug;
		}
		if (act.startsWith("down:") && at >= 0) {
			return ((at < this.offers.size() - 1) ? "down-" : "up-") + slug;
		}
		if (act.startsWith("remove:") && !this.offers.isEmpty()) {
			int was = Math.max(0, before.offers.indexOf(slug));
			return "remove-" + this.offers.get(Math.min(was, this.offers.size() - 1));
		}
		return act.isEmpty() ? "" : "find";
	}

	private List<String> moved(String slug, int to) {
		List<String> order = new ArrayList<>(this.offers);
		order.remove(slug);
		order.add(to, slug);
		return order;
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
