package dev.sayso.landing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.person.Attribute;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.People;
import dev.sayso.service.ServiceRoom;
import dev.sayso.service.ServiceUsage;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what public pages say about services, and how pages of each kind act.
 */
@ProductTest
class ServicesPageTests extends ServiceRoom {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	Says says;

	@Autowired
	RecordSay say;

	@Autowired
	AddressOwners owners;

	@Autowired
	AttributeValues values;

	@Autowired
	Attributes attributes;

	@Autowired
	List<ServiceUsage> usages;

	@Autowired
	LinkToken tokens;

	@Autowired
	VisitorLimits limits;

	private final String letter = "letter-" + NUMBER.incrementAndGet();

	private final String news = "news-" + NUMBER.get();

	@BeforeEach
	void services() {
		this.limits.forget();
		service(this.letter, ServiceValidity.ALWAYS, "weekly", "monthly");
		service(this.news);
	}

	@Test
	void aChannelHasItsServicesInsideAndBothEchoWhatWasSaid() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, person());
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(preferences(), person));
		assertThat(form.form()).containsEntry("service." + this.letter, "on")
			.doesNotContainKeys("service." + this.news, "channel.email");
		String html = html(form.path());
		assertThat(html).containsSubsequence("<legend>By</legend>", "class=\"ch\"", "channel.email", "class=\"in\"",
				"Name of " + this.letter, "How often", "weekly", "monthly", "Name of " + this.news,
				"E-mail is off: none of this comes.", "</fieldset>", "Save", "id=\"stop\"", "Stop everything");
		assertThat(html).contains("href=\"#stop\"");
	}

	@Test
	void whatDiffersActsAndTheResultTellsAllOfIt() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, person());
		LandingPage page = preferences();
		MvcTestResult sent = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.tick("channel.email")
					.tick("service." + this.news)
					.with("frequency." + this.letter, "monthly")
					.tick("service.other"));
		assertThat(sent).hasStatus(303);
		assertThat(state(person, this.news)).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(this.subscriptions.find(person, this.letter).orElseThrow().frequency()).isEqualTo("monthly");
		assertThat(this.subscriptions.find(person).byService()).hasSize(2);
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("You changed 3 things", "becomes", "Undo",
				"On and off now", "E-mail", ">On<", "Name of " + this.letter, "monthly · Since", ">On<",
				"Name of " + this.news, ">On<");
		LedgerEntry entry = this.ledger.list(person, null, 10)
			.stream()
			.filter((written) -> written.purpose().equals("service." + this.news))
			.findFirst()
			.orElseThrow();
		assertThat(entry.submission()).isNotNull();
		assertThat(String.valueOf(entry.evidence().facts().get("wording"))).contains("name=service." + this.news,
				"label=Name of " + this.news, "meaning=in-or-out", "frequency=monthly", "button=Save", "text=By");
		Browse.send(this.mvc, new Browse.Opened(Browse.where(sent).replaceFirst("\\?.*", "") + "/undo", Map.of()));
		assertThat(state(person, this.news)).isNull();
		assertThat(this.subscriptions.find(person, this.letter).orElseThrow().frequency()).isEqualTo("weekly");
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(html(Browse.where(sent))).contains("Everything is back as it was");
	}

	@Test
	void whatIsLeftUntickedIsUnsubscribedAndWhatWasNeverSaidStaysSo() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, operator());
		LandingPage page = preferences();
		assertThat(Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).untick("service." + this.letter)))
			.hasStatus(303);
		assertThat(this.subscriptions.find(person, this.letter).orElseThrow().isTheirs()).isTrue();
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(state(person, this.news)).isNull();
	}

	@Test
	void nobodyIsSubscribedAgainSilentlyWhoSaidNoSinceTheFormWasOpened() {
		ProfileId person = this.people.somebody();
		LandingPage page = preferences();
		Browse.Opened fresh = Browse.open(this.mvc, this.pages.link(page, person)).tick("service." + this.letter);
		out(person, this.letter, person());
		MvcTestResult sent = Browse.send(this.mvc, fresh);
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("This has changed since you opened the page");
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		in(person, this.news, person());
		Browse.Opened kept = Browse.open(this.mvc, this.pages.link(page, person));
		out(person, this.news, person());
		assertThat(Browse.send(this.mvc, kept)).hasStatus(303);
		assertThat(state(person, this.news)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	@Test
	void whoSubscribesWhileTheChannelSaysNoIsShownThatAndMayOpenIt() {
		ProfileId person = this.people.somebody();
		no(person, Purpose.MARKETING_EMAIL);
		LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(),
				PageBlock.service("s", this.letter, BoxMeaning.IN_OR_OUT, Map.of()));
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		assertThat(html(form.path())).containsSubsequence("Name of " + this.letter, "Allow E-mail again",
				"You have said no to E-mail");
		assertThat(form.form()).doesNotContainKey("channel.email");
		MvcTestResult sent = Browse.send(this.mvc, form.tick("service." + this.letter));
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(Browse.follow(this.mvc, sent)).contains("You are subscribed, but its channel is off.",
				"Does not come");
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)).tick("channel.email"));
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
		ProfileId silent = this.people.somebody();
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, silent)).tick("channel.email"));
		assertThat(explicit(silent, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void anAgreementIsNeededButForANo() {
		PageBlock agreement = PageBlock.of("a", Type.AGREEMENT,
				Map.of("en", new BlockText("I accept the [terms](https://verel.example/terms).", "")));
		LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(),
				PageBlock.service("s", this.letter, BoxMeaning.IN_OR_OUT, Map.of()), agreement);
		ProfileId person = this.people.somebody();
		MvcTestResult refused = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).tick("service." + this.letter));
		assertThat(refused).hasStatus(422);
		assertThat(Browse.html(refused)).contains("Please tick this too", "href=\"https://verel.example/terms\"");
		assertThat(state(person, this.letter)).isNull();
		assertThat(Browse.send(this.mvc,
				Browse.form(Browse.html(refused), this.pages.link(page, person)).tick("agreement.1")))
			.hasStatus(303);
		assertThat(String.valueOf(latest(person).evidence().facts()))
			.contains("label=I accept the [terms](https://verel.example/terms).", "meaning=agreement");
		assertThat(Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).untick("service." + this.letter)))
			.hasStatus(303);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	@Test
	void aNoIsTakenWhateverElseIsWrong() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, person());
		LandingPage page = this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.field("f", new PageField("email", false), Map.of()),
				PageBlock.service("s", this.letter, BoxMeaning.IN_OR_OUT, Map.of()));
		MvcTestResult sent = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.untick("service." + this.letter)
					.with("field.email", "no address"));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("We have taken your no: Name of " + this.letter);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	@Test
	void aPageSubscribesToItsOwnServiceOrTheOneThatTheLinkNames() {
		ProfileId person = this.people.somebody();
		LandingPage own = this.pages.publish(PageKind.SUBSCRIPTION, this.letter, Map.of());
		assertThat(html(this.pages.link(own, person))).contains("Name of " + this.letter, "You are not subscribed.",
				">Subscribe<");
		MvcTestResult sent = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(own, person)).with("frequency." + this.letter, "monthly"));
		assertThat(this.subscriptions.find(person, this.letter).orElseThrow().frequency()).isEqualTo("monthly");
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("Saved", "Name of " + this.letter, ">On<");
		LandingPage named = this.pages.publish(PageKind.SUBSCRIPTION, "", Map.of());
		String token = this.tokens.write(new LinkToken.Link(person, named.number(), 0, "mail-1", this.news));
		assertThat(Browse.follow(this.mvc,
				Browse.send(this.mvc, Browse.open(this.mvc, "/p/" + named.slug() + "/" + token))))
			.contains("Name of " + this.news, "Change something else");
		assertThat(state(person, this.news)).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(latest(person).evidence().facts()).containsEntry("message", "mail-1");
		assertThat(this.mvc.get().uri(this.pages.link(named, person))).hasStatus(404);
		assertThat(this.mvc.get().uri("/p/" + named.slug())).hasStatus(404);
		assertThat(this.mvc.get().uri("/p/" + named.slug() + "?service=none")).hasStatus(404);
		assertThat(html("/p/" + named.slug() + "?service=" + this.news)).contains("Name of " + this.news,
				"service=" + this.news);
	}

	@Test
	void aPageThatUnsubscribesStopsItsServiceAloneAndInOneClickToo() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, person());
		in(person, this.news, person());
		LandingPage page = this.pages.publish(PageKind.UNSUBSCRIPTION, "", Map.of());
		String letters = "/p/" + page.slug() + "/"
				+ this.tokens.write(new LinkToken.Link(person, page.number(), 0, "", this.letter));
		Browse.send(this.mvc, Browse.open(this.mvc, letters));
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(state(person, this.news)).isEqualTo(SubscriptionState.SUBSCRIBED);
		String all = "/p/" + page.slug() + "/"
				+ this.tokens.write(new LinkToken.Link(person, page.number(), 0, "", this.news));
		assertThat(this.mvc.post().uri(all).param("List-Unsubscribe", "One-Click")).hasStatus(200);
		assertThat(state(person, this.news)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(explicit(person, Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void oneClickOnAPageStopsEachChannelAndServiceItOffers() {
		ProfileId person = this.people.somebody();
		in(person, this.letter, person());
		this.mvc.post().uri(this.pages.link(preferences(), person)).param("List-Unsubscribe", "One-Click").exchange();
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(explicit(person, Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	@Test
	void whatVisitorsAskForWaitsAndTheirNoAppliesAndNobodyLearnsWhoIsKnown() {
		LandingPage page = preferences();
		String address = "visitor-" + this.letter + "@verel.example";
		MvcTestResult unknown = visit(page, address, "service." + this.letter);
		ProfileId person = this.owners.find(People.details(Map.of("email", address))).get(0);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.PENDING);
		assertThat(state(person, this.news)).isNull();
		assertThat(explicit(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
		in(person, this.letter, person());
		MvcTestResult known = visit(page, address, "service." + this.letter);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(Browse.follow(this.mvc, unknown).replaceAll("/results/[^?\"]*", ""))
			.isEqualTo(Browse.follow(this.mvc, known).replaceAll("/results/[^?\"]*", ""))
			.contains("Name of " + this.letter, "Yes, please");
		LandingPage out = this.pages.publish(PageKind.UNSUBSCRIPTION, this.letter, Map.of());
		visit(out, address);
		assertThat(state(person, this.letter)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		String nobody = "nobody-" + this.letter + "@verel.example";
		assertThat(visit(out, nobody)).hasStatus(303);
		assertThat(this.owners.find(People.details(Map.of("email", nobody)))).isEmpty();
	}

	@Test
	void aServiceThatTakesNobodyNewSaysSoToEveryVisitorAlike() {
		String over = "over-" + NUMBER.get();
		service(over, ServiceValidity.between(null, LocalDate.now(ZoneOffset.UTC).minusDays(3)));
		LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(),
				PageBlock.service("s", over, BoxMeaning.CONTACT_ME, Map.of()),
				PageBlock.service("t", this.news, BoxMeaning.CONTACT_ME, Map.of()));
		String address = "known-" + over + "@verel.example";
		ProfileId person = this.people.create(Map.of("email", address)).id();
		out(person, over, person());
		assertThat(visit(page, address, "service." + over)).hasStatus(422);
		assertThat(visit(page, "un" + address, "service." + over)).hasStatus(422);
		assertThat(state(person, over)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(this.owners.find(People.details(Map.of("email", "un" + address)))).isEmpty();
		assertThat(visit(page, "un" + address, "service." + this.news)).hasStatus(303);
	}

	@Test
	void stoppingEverythingIsAFormOfItsOwnAlsoForVisitors() {
		ProfileId person = this.people.somebody();
		LandingPage page = preferences();
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		Browse.send(this.mvc, form.with("stop", "on"));
		assertThat(explicit(person, Purpose.MARKETING_ANY)).isEqualTo(Choice.NO);
		String html = html("/p/" + page.slug());
		assertThat(html.substring(html.indexOf("id=\"stop\""))).contains("id=\"s-field-email\"", "name=\"sealed\"");
		MvcTestResult empty = Browse.send(this.mvc, visitor(page, "").with("stop", "on"));
		assertThat(empty).hasStatus(422);
		assertThat(Browse.html(empty)).contains("Please give your e-mail address", "id=\"stop\"");
	}

	@Test
	void aServiceThatAPageAsksAboutIsInUse() {
		LandingPage page = preferences();
		this.pages.publish(PageKind.SUBSCRIPTION, this.news, Map.of());
		assertThat(this.usages.stream().flatMap((usage) -> usage.find(this.letter).stream()))
			.extracting(ServiceUsage.Use::href)
			.containsExactly("/landing-pages/" + page.id());
		assertThat(this.usages.stream().flatMap((usage) -> usage.find(this.news).stream())).hasSize(2);
	}

	@Test
	void fieldsMapToAttributesAndThePageAddsItsOwnValues() {
		String size = "size_" + NUMBER.get();
		String source = "source_" + NUMBER.get();
		attribute(size, Attribute.Type.NUMBER);
		attribute(source, Attribute.Type.TEXT);
		LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(source, "spring fair"),
				PageBlock.field("f", new PageField("attribute." + size, true),
						Map.of("en", new BlockText("Your size", "In centimetres"))),
				PageBlock.service("s", this.news, BoxMeaning.CONTACT_ME, Map.of()));
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		assertThat(html(form.path())).contains("Your size", "In centimetres");
		String field = "field.attribute." + size;
		assertThat(Browse.send(this.mvc, form.with(field, "tall"))).hasStatus(422);
		assertThat(this.values.find(person)).isEmpty();
		assertThat(Browse.send(this.mvc, form.with(field, "182"))).hasStatus(303);
		assertThat(this.values.find(person)).containsEntry(source, "spring fair")
			.hasEntrySatisfying(size, (value) -> assertThat(value).hasToString("182"));
		String address = "sized-" + this.letter + "@verel.example";
		MvcTestResult missing = visit(page, address, "service." + this.news);
		assertThat(missing).hasStatus(422);
		assertThat(Browse.send(this.mvc, visitor(page, address).with(field, "170").tick("service." + this.news)))
			.hasStatus(303);
		ProfileId fresh = this.owners.find(People.details(Map.of("email", address))).get(0);
		assertThat(this.values.find(fresh)).containsKeys(size, source);
	}

	@Test
	void whoCorrectsADetailKeepsWhatIsKnownOfThemBesides() {
		String tier = "tier_" + NUMBER.get();
		attribute(tier, Attribute.Type.TEXT);
		ProfileId person = this.people.somebody();
		LandingPage first = this.pages.publish(PageKind.ACQUISITION, "", Map.of(tier, "gold"),
				PageBlock.service("s", this.news, BoxMeaning.CONTACT_ME, Map.of()));
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(first, person)).tick("service." + this.news));
		assertThat(this.values.find(person)).containsEntry(tier, "gold");
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		assertThat(Browse.send(this.mvc, form.with("field.firstName", "Corrected"))).hasStatus(303);
		assertThat(this.values.find(person)).containsEntry(tier, "gold");
	}

	private void attribute(String name, Attribute.Type type) {
		this.attributes.save(new Attribute(Ids.next(), null, name, name, type, "", Instant.EPOCH));
	}

	private LandingPage preferences() {
		return this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.of("h", Type.HEADING, Map.of("en", new BlockText("By", ""))),
				PageBlock.box("c", new PageBox("email", BoxMeaning.IN_OR_OUT), Map.of()),
				PageBlock.service("s", this.letter, BoxMeaning.IN_OR_OUT, Map.of()),
				PageBlock.service("t", this.news, BoxMeaning.IN_OR_OUT, Map.of()),
				PageBlock.of("b", Type.BUTTON, Map.of("en", new BlockText("Save", ""))));
	}

	private MvcTestResult visit(LandingPage page, String email, String... ticked) {
		Browse.Opened opened = visitor(page, email);
		List.of(ticked).forEach(opened::tick);
		return Browse.send(this.mvc, opened);
	}

	private Browse.Opened visitor(LandingPage page, String email) {
		return this.pages.visit(this.mvc, page, email);
	}

	private void no(ProfileId person, Purpose purpose) {
		this.say.record(person,
				Declaration.bySubject(List.of(Statement.of(purpose, Choice.NO)), Evidence.NONE, "Page", null));
	}

	private @Nullable Choice explicit(ProfileId person, Purpose purpose) {
		return this.says.find(person).explicit(purpose);
	}

	private String html(String path) {
		return Browse.html(this.mvc.get().uri(path).header("Accept-Language", "en").exchange());
	}

}
