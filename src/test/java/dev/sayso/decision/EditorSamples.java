package dev.sayso.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.person.People;
import dev.sayso.shared.Ids;

/**
 * The samples of the editor: placements, offers, collections and fallbacks to decide
 * over.
 */
@Component
public class EditorSamples {

	public static final Instant BEFORE = Instant.parse("2026-01-02T03:04:05Z");

	public static final String HERO = "web-hero";

	private final Placements placements;

	private final Collections collections;

	private final Offers offers;

	private final DecisionManagement management;

	private final JdbcClient jdbc;

	private final OfferVersions offerVersions;

	EditorSamples(Placements placements, Collections collections, Offers offers, DecisionManagement management,
			JdbcClient jdbc, OfferVersions offerVersions) {
		this.placements = placements;
		this.collections = collections;
		this.offers = offers;
		this.management = management;
		this.jdbc = jdbc;
		this.offerVersions = offerVersions;
	}

	/**
	 * A shop's catalogue: two placements, two collections and a fallback.
	 */
	public void fill() {
		placement(HERO, "Web hero", Surface.WEB);
		placement("journal-banner", "Journal banner", new Surface("email"));
		approved("summer-sale", "Summer sale", said(60, HERO, "en", "fr"));
		approved("gold-card", "Gold card", said(40, HERO, "en"));
		approved("workshop", "Workshop evening", said(10, "journal-banner", ""));
		collection("summer", "Summer campaign", "summer-sale", "gold-card");
		collection("workshops", "Workshop evenings", "workshop");
		fallback("generic-welcome", "Generic welcome", HERO, "journal-banner");
	}

	/**
	 * The least that a decision can be made of, where there is a catalogue already.
	 * @param mark part of every name and key
	 */
	public void fill(String mark) {
		placement("place-" + mark, "Place " + mark, Surface.WEB);
		approved("one-" + mark, "One " + mark, said(60, "place-" + mark, ""));
		approved("two-" + mark, "Two " + mark, said(40, "place-" + mark, ""));
		approved("three-" + mark, "Three " + mark, said(20, "place-" + mark, ""));
		collection("summer-" + mark, "Summer " + mark, "one-" + mark, "two-" + mark);
		collection("winter-" + mark, "Winter " + mark, "three-" + mark);
		fallback("welcome-" + mark, "Welcome " + mark, "place-" + mark);
	}

	/**
	 * A decision over {@link #fill(String) those} that is live, with a draft beside it.
	 * @return its path
	 */
	public String live(String mark) {
		DecisionScope scope = new DecisionScope("place-" + mark, List.of(criterion(1, "summer-" + mark),
				criterion(1, "winter-" + mark), criterion(2, "summer-" + mark)));
		DecisionContent content = new DecisionContent(null, List.of(scope), "welcome-" + mark, null, false);
		Decision made = decision("live-" + mark, content);
		Decision live = this.management.publish(made.id(), 0, People.OPERATOR);
		this.management.edit(live.id(), 1, "Renamed " + mark, "", content.unguardedFor("Tried"), People.OPERATOR);
		return "/decisions/live-" + mark;
	}

	public Placement placement(String slug, String name, Surface surface) {
		return this.placements.save(new Placement(Ids.next(), null, slug, name, "", surface.key(),
				ContentType.HTML.key(), 1, null, null, BEFORE, BEFORE, "Sofie Maes"));
	}

	public Collection collection(String slug, String name, String... offers) {
		return this.collections.save(new Collection(Ids.next(), null, slug, name, "",
				new Collection.Content(Arrays.asList(offers), List.of(), false), null, BEFORE, BEFORE, "Sofie Maes"));
	}

	public Offer fallback(String slug, String name, String... placements) {
		List<Representation> said = Arrays.stream(placements)
			.map((placement) -> new Representation(placement, "", "<p>Welcome</p>", null, null))
			.toList();
		return approve(draft(slug, name, true, new OfferContent(said, null, null, null, 0, null, null, false)));
	}

	public Offer approved(String slug, String name, OfferContent content) {
		return approve(draft(slug, name, false, content));
	}

	public Offer draft(String slug, String name, boolean fallback, OfferContent content) {
		return this.offers.save(new Offer(Ids.next(), null, slug, name, "", fallback, content, null, null, BEFORE,
				BEFORE, "Sofie Maes"));
	}

	public Offer approve(Offer draft) {
		Offer approved = this.offers
			.save(new Offer(draft.id(), draft.version(), draft.slug(), draft.name(), draft.description(),
					draft.fallback(), draft.draft(), 1, draft.archivedAt(), BEFORE, BEFORE, "Sofie Maes"));
		this.offerVersions.add(approved);
		return approved;
	}

	/** Puts an offer away. */
	public void archive(String slug) {
		Offer offer = this.offers.get(slug);
		this.offers.save(new Offer(offer.id(), offer.version(), offer.slug(), offer.name(), offer.description(),
				offer.fallback(), offer.draft(), offer.approved(), BEFORE, BEFORE, BEFORE, "Sofie Maes"));
	}

	/** How often something capped happened to all together. */
	public void took(String slug, Cap cap, int taken) {
		this.jdbc.sql("""
				insert into cap_count (offer_id, cap, profile_id, since, taken)
				values (:offer, :cap, '00000000-0000-0000-0000-000000000000', date '1970-01-01', :taken)""")
			.param("offer", this.offers.get(slug).id())
			.param("cap", cap.key())
			.param("taken", taken)
			.update();
	}

	public Decision decision(String slug, DecisionContent content) {
		return this.management.create(slug, "Name of " + slug, "", content, People.OPERATOR);
	}

	/** One that can be published as it is. */
	public Decision ready(String slug) {
		return decision(slug, content(scope(criterion(1, "summer"))));
	}

	public static DecisionContent content(DecisionScope... scopes) {
		return new DecisionContent(null, List.of(scopes), "generic-welcome", null, false);
	}

	public static DecisionScope scope(Criterion... criteria) {
		return new DecisionScope(HERO, List.of(criteria));
	}

	public static Criterion criterion(int order, String collection, Condition... all) {
		String eligibility = (all.length == 0) ? "" : ConditionJson.write(Condition.all(all));
		return new Criterion(order, collection, eligibility, "", false);
	}

	public static OfferContent said(int priority, String placement, String... languages) {
		return offer(priority, null, null, said(placement, languages));
	}

	public static OfferContent offer(int priority, @Nullable Validity validity, @Nullable Condition eligibility,
			List<Representation> said, Cap... caps) {
		return new OfferContent(said, null, null, validity, priority,
				(eligibility != null) ? ConditionJson.write(eligibility) : null, Arrays.asList(caps), false);
	}

	public static List<Representation> said(String placement, String... languages) {
		return Arrays.stream(languages)
			.map((language) -> new Representation(placement, language, "<p>Said in " + language + "</p>", null, null))
			.toList();
	}

}
