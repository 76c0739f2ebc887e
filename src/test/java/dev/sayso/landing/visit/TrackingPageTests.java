package dev.sayso.landing.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what pages ask of what may be measured, and what Global Privacy Control changes.
 */
@ProductTest
class TrackingPageTests {

	private static final String OPENS = "purpose.tracking.opens";

	private static final String CLICKS = "purpose.tracking.clicks";

	private static final String PERSONALIZE = "purpose.personalize.content";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	AddressOwners owners;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordSay record;

	@Autowired
	VisitorLimits limits;

	@Autowired
	Settings settings;

	private ProfileId person;

	private LandingPage page;

	@BeforeEach
	void publish() {
		this.limits.forget();
		this.person = this.people.somebody();
		this.page = page(PageKind.ACQUISITION);
	}

	@AfterEach
	void asOutOfTheBox() {
		this.settings.set("consent.default.tracking.opens", "u");
		this.settings.set("consent.tracking.quiet", "180");
	}

	@Test
	void aTickIdentifiesAndUnderAnonymousAnEmptyBoxSaysNothing() {
		Browse.send(this.mvc, open(this.page).tick(OPENS));
		assertThat(explicit()).containsExactly("tracking.opens=y");
		Browse.send(this.mvc, open(this.page).untick(OPENS));
		assertThat(explicit()).containsExactly("tracking.opens=n");
	}

	@Test
	void whereSilenceIdentifiesAnEmptyBoxIsANo() {
		this.settings.set("consent.default.tracking.opens", "dy");
		Browse.send(this.mvc, open(this.page));
		assertThat(explicit()).containsExactly("tracking.opens=n");
	}

	@Test
	void soItIsOfWhoeverIsNewAndLeavesIt() {
		this.settings.set("consent.default.tracking.opens", "dy");
		String address = "quiet-" + System.nanoTime() + "@verel.example";
		Browse.Opened form = this.pages.visit(this.mvc, this.page, address);
		assertThat(Browse.send(this.mvc, form.tick(CLICKS))).hasStatus(303);
		this.person = this.owners.find(People.details(Map.of("email", address))).get(0);
		assertThat(explicit()).contains("tracking.opens=dn", "tracking.clicks=p");
	}

	@Test
	void whoRefusedIsNotAskedAgainForTheTimeThatSettingsSay() {
		refuse(Duration.ofDays(179));
		Browse.Opened form = open(this.page);
		assertThat(html(this.page)).doesNotContain(OPENS).contains(CLICKS);
		Browse.send(this.mvc, form.tick(OPENS));
		assertThat(explicit()).as("what the form did not ask is not answered").containsExactly("tracking.opens=n");
		assertThat(this.ledger.list(this.person, null, 5)).hasSize(1);
		assertThat(Browse.html(this.mvc.get().uri("/p/" + this.page.slug()).exchange())).as("whoever is unidentified")
			.contains(OPENS, CLICKS);
		this.settings.set("consent.tracking.quiet", "90");
		assertThat(html(this.page)).contains(OPENS);
		Browse.send(this.mvc, open(this.page).tick(OPENS));
		assertThat(explicit()).containsExactly("tracking.opens=y");
	}

	@Test
	void whatIsHiddenIsNoPartOfTheEvidence() {
		refuse(Duration.ofDays(1));
		Browse.send(this.mvc, open(this.page).tick(CLICKS));
		assertThat(this.ledger.list(this.person, null, 1).get(0).evidence().facts()).extractingByKey("wording")
			.asString()
			.contains(CLICKS)
			.doesNotContain(OPENS);
	}

	@Test
	void aPreferencePageSaysSinceWhenAndHowToTakeItBack() {
		refuse(Duration.ofDays(3));
		LandingPage preferences = page(PageKind.PREFERENCE);
		assertThat(html(preferences)).contains("Refused since ", "By &lt;b&gt;tracking.opens", ">Allow<", OPENS);
		Browse.send(this.mvc, open(preferences));
		assertThat(explicit()).containsExactly("tracking.opens=n");
		Browse.send(this.mvc, open(preferences).tick(OPENS));
		assertThat(explicit()).containsExactly("tracking.opens=y");
		assertThat(html(preferences)).doesNotContain("Refused since ");
	}

	@Test
	void whoJoinsAndLeavesABoxEmptyIsCountedAsSettingsSay() {
		String email = "joining@posteo.example";
		LandingPage joining = this.pages
			.publish(PageKind.ACQUISITION,
					List.of(new PageBox("email", BoxMeaning.IN_OR_OUT),
							new PageBox("tracking.opens", BoxMeaning.IN_OR_OUT)),
					List.of(new PageField("email", true)));
		Browse.Opened form = this.pages.visit(this.mvc, joining, email).tick("channel.email");
		assertThat(Browse.send(this.mvc, form)).hasStatus(303);
		this.person = this.owners.find(People.details(Map.of("email", email))).get(0);
		assertThat(explicit()).containsExactly("marketing.email=p");
	}

	@Test
	void globalPrivacyControlShowsBoxesUntickedAndWritesThatNothingIsShared() {
		Stream.of(Purpose.PERSONALIZE_CONTENT, Purpose.TRACKING_OPENS, Purpose.MARKETING_EMAIL)
			.forEach((purpose) -> say(purpose, Choice.YES, Duration.ZERO));
		LandingPage all = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "personalize.content", "tracking.opens");
		String path = this.pages.link(all, this.person);
		assertThat(open(all).form()).containsKeys("channel.email", PERSONALIZE, OPENS);
		assertThat(html(all)).doesNotContain("Global Privacy Control");
		String asked = Browse.html(this.mvc.get().uri(path).header("Sec-GPC", "1").exchange());
		assertThat(asked).contains("Your browser asks by Global Privacy Control");
		assertThat(explicit()).as("opening writes nothing").hasSize(3);
		Browse.Opened form = Browse.form(asked, path);
		assertThat(form.form()).containsKey("channel.email").doesNotContainKeys(PERSONALIZE, OPENS);
		form.tick(PERSONALIZE).tick(OPENS);
		var request = this.mvc.post().uri(path).header("Sec-GPC", "1");
		form.form().forEach(request::param);
		assertThat(request.exchange()).hasStatus(303);
		assertThat(explicit()).containsExactlyInAnyOrder("marketing.email=y", "personalize.content=y",
				"tracking.opens=y", "share=n");
		assertThat(this.says.find(this.person).get(Purpose.SHARE).orElseThrow().own()).isTrue();
		assertThat(Browse.html(this.mvc.get().uri("/p/" + all.slug()).header("Sec-GPC", "1").exchange()))
			.contains("Your browser asks by Global Privacy Control");
	}

	@Test
	void whatABoxOfRefusalShowsGlobalPrivacyControlLeaves() {
		say(Purpose.PERSONALIZE_CONTENT, Choice.NO, Duration.ZERO);
		LandingPage refusing = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "personalize.content");
		String path = this.pages.link(refusing, this.person);
		String asked = Browse.html(this.mvc.get().uri(path).header("Sec-GPC", "1").exchange());
		assertThat(Browse.form(asked, path).form()).containsKey(PERSONALIZE);
	}

	private LandingPage page(PageKind kind) {
		return this.pages.publish(kind, List.of(new PageBox("tracking.opens", BoxMeaning.IN_OR_OUT),
				new PageBox("tracking.clicks", BoxMeaning.IN_OR_OUT)), false);
	}

	private void refuse(Duration ago) {
		say(Purpose.TRACKING_OPENS, Choice.NO, ago);
	}

	private void say(Purpose purpose, Choice choice, Duration ago) {
		Statement statement = new Statement(purpose, choice, Instant.now().minus(ago), null);
		this.record.record(this.person, Declaration.bySubject(List.of(statement), Evidence.NONE, "Preferences", null));
	}

	private Browse.Opened open(LandingPage page) {
		return Browse.open(this.mvc, this.pages.link(page, this.person));
	}

	private String html(LandingPage page) {
		return Browse
			.html(this.mvc.get().uri(this.pages.link(page, this.person)).header("Accept-Language", "en").exchange());
	}

	private List<String> explicit() {
		return this.says.find(this.person)
			.consents()
			.values()
			.stream()
			.map((consent) -> consent.purpose().key() + "=" + consent.choice().value())
			.toList();
	}

}
