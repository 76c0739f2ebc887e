package dev.sayso.landing.thanks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishPage;
import dev.sayso.landing.editor.PageManagement;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds where readers go on: by the form and by what may be known of them, never before
 * they read what came of a no, and nowhere but where the version says.
 */
@ProductTest
class NextStepsTests {

	private static final ThankYou.Way CLUB = new ThankYou.Way("", "https://club.example/welcome");

	private static final ThankYou.Way SHOP = new ThankYou.Way("", "https://shop.example/");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	LandingPages landingPages;

	@Autowired
	PageManagement management;

	@Autowired
	PublishPage publishing;

	@Autowired
	People people;

	@Autowired
	RecordSay say;

	@Autowired
	LinkToken tokens;

	@Autowired
	LinkGenerations generations;

	private LandingPage page;

	private ProfileId noor;

	@BeforeEach
	void begin() {
		this.page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		this.noor = this.people.create(Map.of("firstName", "Noor", "email", "noor.next@posteo.example")).id();
	}

	@Test
	void whoSaysYesGoesOnAtOnceAndWhoSaysNoReadsThatFirst() {
		leads(new ThankYou(CLUB, List.of()));
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(this.page, this.noor));
		assertThat(Browse.where(Browse.send(this.mvc, form.tick("channel.email")))).isEqualTo(CLUB.address());
		MvcTestResult stopped = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(this.page, this.noor)).with("stop", "on"));
		assertThat(Browse.where(stopped)).startsWith("/p/" + this.page.slug() + "/results/");
		assertThat(Browse.follow(this.mvc, stopped)).contains("href=\"" + CLUB.address() + "\"", ">Continue<", "Undo");
		assertThat(Browse.where(Browse.send(this.mvc, visitor("new@posteo.example").tick("channel.sms"))))
			.isEqualTo(CLUB.address());
		MvcTestResult no = Browse.send(this.mvc, visitor("noor.next@posteo.example").with("stop", "on"));
		assertThat(Browse.where(no)).startsWith("/p/" + this.page.slug() + "/results/");
		assertThat(Browse.follow(this.mvc, no)).contains(CLUB.address());
	}

	@Test
	void nothingInAnAddressLeadsAnywhereElse() {
		leads(new ThankYou(CLUB, List.of()));
		MvcTestResult stopped = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(this.page, this.noor)).with("stop", "on"));
		String result = Browse.where(stopped).replaceFirst("&way=0", "");
		assertThat(Browse.html(this.mvc.get().uri(result).exchange())).doesNotContain(">Continue<");
		for (String way : List.of("https://evil.example", "-1", "//evil.example", "007x")) {
			assertThat(Browse.html(this.mvc.get().uri(result).param("way", way).exchange()))
				.doesNotContain(">Continue<", "evil");
		}
		leads(new ThankYou(SHOP, List.of()));
		assertThat(Browse.html(this.mvc.get().uri(Browse.where(stopped)).exchange())).contains(CLUB.address())
			.doesNotContain(SHOP.address());
	}

	@Test
	void conditionsAreReadInOrderAndKnowOfAPersonWhatTheyLetBeUsed() {
		leads(new ThankYou(ThankYou.Way.OWN_WORDS,
				List.of(rule(new Condition.Comparison("firstName", Operator.IS, "Noor"), CLUB),
						rule(new Condition.Comparison("firstName", Operator.IS_SET), SHOP))));
		say(Choice.NO);
		assertThat(yes(this.noor)).startsWith("/p/" + this.page.slug() + "/results/");
		say(Choice.YES);
		assertThat(yes(this.noor)).isEqualTo(CLUB.address());
		ProfileId ada = this.people.create(Map.of("firstName", "Ada")).id();
		this.say.record(ada, declaration(Choice.YES));
		assertThat(yes(ada)).isEqualTo(SHOP.address());
	}

	@Test
	void ofAVisitorTheyKnowWhatTheFormSaidKnownOrNot() {
		leads(new ThankYou(SHOP, List.of(rule(new Condition.Comparison("firstName", Operator.IS, "Noor"), CLUB))));
		say(Choice.YES);
		for (String address : List.of("noor.next@posteo.example", "nobody.next@posteo.example")) {
			assertThat(Browse.where(Browse.send(this.mvc, visitor(address).tick("channel.email"))))
				.isEqualTo(SHOP.address());
			assertThat(Browse
				.where(Browse.send(this.mvc, visitor(address).tick("channel.email").with("field.firstName", "Noor"))))
				.isEqualTo(CLUB.address());
		}
	}

	@Test
	void anotherPageIsOpenedByALinkOfTheSamePersonUnlessItsLinksWereRenewedAndNoneThatStopsEverything() {
		LandingPage other = this.pages.form(BoxMeaning.IN_OR_OUT, "call");
		leads(new ThankYou(new ThankYou.Way(other.slug(), ""), List.of()));
		String next = yes(this.noor);
		assertThat(next).startsWith("/p/" + other.slug() + "/").endsWith("?lang=en");
		assertThat(Browse.html(this.mvc.get().uri(next).exchange())).contains("n•••••");
		assertThat(Browse.where(Browse.send(this.mvc, visitor("new@posteo.example").tick("channel.sms"))))
			.isEqualTo("/p/" + other.slug() + "?lang=en");
		this.generations.renew(other, People.OPERATOR);
		assertThat(yes(this.people.somebody())).isEqualTo("/p/" + other.slug() + "?lang=en");
		leads(new ThankYou(new ThankYou.Way(this.pages.denylist(false).slug(), ""), List.of()));
		assertThat(yes(this.people.somebody())).startsWith("/p/" + this.page.slug() + "/results/");
		leads(new ThankYou(new ThankYou.Way(this.pages.taken(other).slug(), ""), List.of()));
		assertThat(yes(this.people.somebody())).startsWith("/p/" + this.page.slug() + "/results/");
	}

	private void leads(ThankYou thankYou) {
		LandingPage now = this.landingPages.get(this.page.id());
		LandingPage edited = this.management.edit(now.id(), now.version(), now.name(),
				now.draft().withBehaviour(now.draft().behaviour().withThankYou(thankYou)), People.OPERATOR);
		this.publishing.publish(edited.id(), edited.version(), People.OPERATOR);
	}

	private static ThankYou.Rule rule(Condition condition, ThankYou.Way way) {
		return new ThankYou.Rule(ConditionJson.write(condition), way);
	}

	private void say(Choice personalize) {
		this.say.record(this.noor, declaration(personalize));
	}

	private static Declaration declaration(Choice personalize) {
		return Declaration.bySubject(List.of(Statement.of(Purpose.PERSONALIZE_CONTENT, personalize)), Evidence.NONE,
				null, null);
	}

	private String yes(ProfileId person) {
		return Browse.where(
				Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(this.page, person)).tick("channel.sms")));
	}

	private Browse.Opened visitor(String address) {
		return Browse.open(this.mvc, "/p/" + this.page.slug())
			.with("field.email", address)
			.with("sealed", this.tokens.write(System.currentTimeMillis() - 5000));
	}

}
