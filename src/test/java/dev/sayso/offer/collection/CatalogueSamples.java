package dev.sayso.offer.collection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.person.People;

/**
 * The samples of the catalogue: qualifiers, placements, offers and collections to try
 * things on.
 */
@Component
public class CatalogueSamples {

	static final Instant BEFORE = Instant.parse("2026-01-02T03:04:05Z");

	private final AuditedChanges changes;

	private final Placements placements;

	private final Collections collections;

	private final Qualifiers qualifiers;

	private final Offers offers;

	private final OfferVersions versions;

	CatalogueSamples(AuditedChanges changes, Placements placements, Collections collections, Qualifiers qualifiers,
			Offers offers, OfferVersions versions) {
		this.changes = changes;
		this.placements = placements;
		this.collections = collections;
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.versions = versions;
	}

	/**
	 * A catalogue with something of each: a draft among what is picked, an offer that is
	 * over and one to come; once is enough for a store that nobody empties.
	 */
	public void fill() {
		if (this.offers.findBySlug("sunny-sale").isPresent()) {
			return;
		}
		qualifier("sunny");
		qualifier("plush");
		qualifier("nobody-carries-it");
		placement("page-foot");
		approved("sunny-sale", content(30, "sunny"));
		approved("sunny-terrace", valid(20, LocalDateTime.of(2020, 6, 1, 0, 0), LocalDateTime.of(2020, 9, 1, 0, 0)));
		approved("gold-card", valid(10, LocalDateTime.of(2099, 1, 1, 0, 0), null));
		draft("not-yet", content(5, "sunny"));
		byHand("picked", "gold-card", "not-yet", "sunny-sale");
		tagged("tagged", false, "sunny", "plush");
		byHand("bare");
	}

	public Placement placement(String slug) {
		return this.changes.create(this.placements, Placement.create(slug, name(slug), "", Surface.WEB,
				ContentType.HTML, 3, BEFORE, People.OPERATOR.name()), People.OPERATOR);
	}

	public Qualifier qualifier(String slug) {
		return this.changes.create(this.qualifiers, Qualifier.create(slug, name(slug), BEFORE, People.OPERATOR.name()),
				People.OPERATOR);
	}

	public Collection byHand(String slug, String... offers) {
		return collection(slug, hand(offers));
	}

	Collection tagged(String slug, boolean every, String... qualifiers) {
		return collection(slug, new Collection.Content(List.of(), Arrays.asList(qualifiers), every));
	}

	private Collection collection(String slug, Collection.Content content) {
		return this.changes.create(this.collections,
				Collection.create(slug, name(slug), "", content, BEFORE, People.OPERATOR.name()), People.OPERATOR);
	}

	Collection edit(Collection collection, int seen, String name, Collection.Content content) {
		return this.changes.edit(this.collections, collection.id(), seen,
				(before) -> before.edit(name, "", content, BEFORE, People.OPERATOR.name()), People.OPERATOR);
	}

	public Placement archive(Placement placement, boolean away) {
		return this.changes.archive(this.placements, this.placements.get(placement.id()), away, People.OPERATOR);
	}

	Collection archive(Collection collection, boolean away) {
		return this.changes.archive(this.collections, this.collections.get(collection.id()), away, People.OPERATOR);
	}

	Qualifier rename(Qualifier qualifier, int seen, String name) {
		return this.changes.edit(this.qualifiers, qualifier.id(), seen,
				(before) -> before.rename(name, BEFORE, People.OPERATOR.name()), People.OPERATOR);
	}

	static Collection.Content hand(String... offers) {
		return new Collection.Content(Arrays.asList(offers), List.of(), false);
	}

	public Offer draft(String slug, OfferContent content) {
		return this.offers.save(Offer.create(slug, name(slug), "", false, content, BEFORE, "Sofie Maes"));
	}

	Offer fallback(String slug) {
		return approve(
				this.offers.save(Offer.create(slug, name(slug), "", true, content(1, "sunny"), BEFORE, "Sofie Maes")));
	}

	public Offer approved(String slug, OfferContent content) {
		return approve(draft(slug, content));
	}

	Offer approve(Offer draft) {
		Offer approved = this.offers.save(draft.approve(BEFORE, "Sofie Maes"));
		this.versions.add(approved);
		return approved;
	}

	Offer archive(Offer offer) {
		return this.offers.save(offer.archive(true, BEFORE, "Sofie Maes"));
	}

	public static OfferContent content(int priority, String... qualifiers) {
		return new OfferContent(List.of(new Representation("web-hero", Representation.ANY, "<p>Said</p>", null, null)),
				Arrays.asList(qualifiers), null, null, priority, null, null, false);
	}

	static OfferContent valid(int priority, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
		return new OfferContent(null, List.of("plush"), null, new Validity(from, to, "UTC"), priority, null, null,
				false);
	}

	static String name(String slug) {
		return "Name of " + slug;
	}

}
