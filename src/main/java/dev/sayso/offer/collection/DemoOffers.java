package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferManagement;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;

/**
 * The demo's catalogue: what a shop that makes things for the home shows on its site, in
 * its app and in its journal.
 */
@Component
@Order(50)
class DemoOffers implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private static final String HERO = "web-hero";

	private static final String BANNER = "journal-banner";

	private static final String MAIN = "en";

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final Collections collections;

	private final OfferManagement offers;

	private final ApproveOffer approve;

	private final AuditedChanges changes;

	private final Clock clock;

	DemoOffers(Placements placements, Qualifiers qualifiers, Collections collections, OfferManagement offers,
			ApproveOffer approve, AuditedChanges changes, Clock clock) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.collections = collections;
		this.offers = offers;
		this.approve = approve;
		this.changes = changes;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "offer";
	}

	@Override
	public void lay() {
		placement(HERO, "Web hero", "The large picture on the first page.", Surface.WEB);
		placement(BANNER, "Journal banner", "On top of the monthly journal.", new Surface("email"));
		qualifier("autumn", "Autumn campaign");
		qualifier("gold", "Gold members");
		personalized();
		journal();
		offer("generic-welcome", "Generic welcome", true, OfferContent.BLANK,
				List.of(hero("en", "Made slowly, to last", "Throws, bowls and tables from nine workshops."),
						hero("fr", "Fait lentement, pour durer", "Plaids, bols et tables de neuf ateliers."),
						hero("nl", "Traag gemaakt, om te blijven", "Plaids, kommen en tafels uit negen ateliers.")));
		offer("generic-banner", "Generic banner", true, OfferContent.BLANK,
				List.of(banner("en", "New in November", "Our weavers, our potters, their season."),
						banner("fr", "Les nouveautés de novembre", "Nos tisseurs, nos potiers, leur saison."),
						banner("nl", "Nieuw in november", "Onze wevers, onze pottenbakkers, hun seizoen.")));
		collection("gold-members", "Gold members", "", List.of(), "gold");
		collection("autumn-campaign", "Autumn campaign", "In the order of the season.",
				List.of("free-delivery-france", "workshop-evening", "autumn-throw"));
		collection("journal", "Journal", "", List.of("glazing-evening"));
	}

	private void placement(String slug, String name, String description, Surface surface) {
		this.changes.create(this.placements, Placement.create(slug, name, description, surface, ContentType.HTML, 1,
				this.clock.instant(), MARKETER.name()), MARKETER);
	}

	private void qualifier(String slug, String name) {
		this.changes.create(this.qualifiers, Qualifier.create(slug, name, this.clock.instant(), MARKETER.name()),
				MARKETER);
	}

	private void collection(String slug, String name, String description, List<String> offers, String... qualifiers) {
		this.changes.create(this.collections, Collection.create(slug, name, description,
				new Collection.Content(offers, List.of(qualifiers), false), this.clock.instant(), MARKETER.name()),
				MARKETER);
	}

	private void personalized() {
		offer("oak-table", "Oak table, back in stock", false,
				content(80, List.of("gold"), new Comparison("attributes.tier", Operator.IS, "gold"),
						new Cap(Cap.Event.DISPLAY, true, 3, Cap.Period.WEEK)),
				List.of(hero("en", "{{profile.firstName|Hello}}, it is back", "The oak table, for gold members first."),
						hero("fr", "{{profile.firstName|Bonjour}}, elle est revenue",
								"La table en chêne, d’abord pour les membres or."),
						hero("nl", "{{profile.firstName|Hallo}}, ze is terug",
								"De eiken tafel, eerst voor gouden leden.")));
		offer("free-delivery-france", "Free delivery in France", false,
				content(60, List.of("autumn"), new Comparison("country", Operator.IS, "FR")),
				List.of(hero("en", "{{profile.firstName|Hello}}, delivery is on us", "Anywhere in France from €40."),
						hero("fr", "{{profile.firstName|Bonjour}}, la livraison vous est offerte",
								"Partout en France dès 40 €.")));
		offer("workshop-evening", "Workshop evening", false,
				content(50, List.of("autumn"), new Comparison("city", Operator.IS_ONE_OF, "Gent", "Bruxelles", "Lyon")),
				List.of(hero("en", "An evening at the wheel, {{profile.firstName|you}}?",
						"Our workshop in {{profile.city}} opens its doors."),
						hero("fr", "Une soirée au tour, {{profile.firstName|vous}} ?",
								"Notre atelier à {{profile.city}} ouvre ses portes."),
						hero("nl", "Een avond aan de draaischijf, {{profile.firstName|jij}}?",
								"Ons atelier in {{profile.city}} opent de deuren.")));
		offer("autumn-throw", "Autumn throw", false, content(40, List.of("autumn"), Condition.EVERYBODY), List.of(
				hero("en", "Warm evenings, {{profile.firstName|dear reader}}", "The linen throw, in four new colours."),
				hero("fr", "Des soirées douces, {{profile.firstName|chère lectrice, cher lecteur}}",
						"Le plaid en lin, en quatre nouvelles couleurs."),
				hero("nl", "Warme avonden, {{profile.firstName|lieve lezer}}",
						"De linnen plaid, in vier nieuwe kleuren.")));
	}

	private void journal() {
		offer("glazing-evening", "Glazing evening", false, content(50, List.of(), Condition.EVERYBODY),
				List.of(banner("en", "{{profile.firstName|Dear reader}}, come and glaze",
						"On the first Friday of the month."),
						banner("fr", "{{profile.firstName|Chère lectrice, cher lecteur}}, venez émailler",
								"Le premier vendredi du mois.")));
	}

	private void offer(String slug, String name, boolean fallback, OfferContent content,
			List<Representation> representations) {
		OfferContent whole = new OfferContent(representations, content.qualifiers(), content.attributes(),
				content.validity(), content.priority(), content.eligibility(), content.caps(), false);
		Offer created = this.offers.create(slug, fallback, new OfferDraft(name, "", whole), MARKETER);
		this.approve.approve(created.id(), 0, MARKETER);
	}

	private static OfferContent content(int priority, List<String> qualifiers, Condition eligibility, Cap... caps) {
		return new OfferContent(List.of(), qualifiers, Map.of(), Validity.ALWAYS, priority,
				eligibility.isEverybody() ? "" : ConditionJson.write(Condition.all(eligibility)), List.of(caps), false);
	}

	private static Representation hero(String language, String title, String text) {
		return new Representation(HERO, language,
				"<section style=\"padding: 20px; color: #ffffff; background-color: #1f4e3d\"><h2>" + title + "</h2><p>"
						+ text + "</p></section>",
				null, null, language.equals(MAIN));
	}

	private static Representation banner(String language, String title, String text) {
		return new Representation(BANNER, language,
				"<section style=\"padding: 16px; color: #2a2620; background-color: #ece6d9\"><h3>" + title + "</h3><p>"
						+ text + "</p></section>",
				null, null, language.equals(MAIN));
	}

}
