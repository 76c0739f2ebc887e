package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishedPages;
import dev.sayso.person.People;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds the rules for visitors nobody identified, and what an operator confirms for them.
 */
@ProductTest
class VisitorPageTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	AddressOwners owners;

	@Autowired
	Says says;

	@Autowired
	RecordSay record;

	@Autowired
	PendingOptIns pending;

	@Autowired
	Ledger ledger;

	@Autowired
	VisitorLimits limits;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PublishedPages publishedPages;

	@BeforeEach
	void forgetEarlierVisitors() {
		this.limits.forget();
	}

	@Test
	void somebodyUnknownBecomesAProfileThatWaits() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		assertThat(send(page, "New@Verel.example", "channel.email")).hasStatus(303);
		ProfileId person = this.owners.find(People.details(Map.of("email", "new@verel.example"))).get(0);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=p", "sms=dn");
		assertThat(this.profiles.findById(person).orElseThrow().details().language()).isEqualTo("en");
	}

	@Test
	void ofAKnownPersonANoAppliesAndAYesWaitsBeside() {
		ProfileId oldest = this.people.create(Map.of("email", "both@verel.example")).id();
		ProfileId sharer = this.people.create(Map.of("email", "BOTH@verel.example", "mobile", "")).id();
		say(oldest, Purpose.MARKETING_SMS, Choice.YES);
		say(oldest, Purpose.MARKETING_EMAIL, Choice.NO);
		send(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "call", "sms"), "both@verel.example", "channel.call");
		assertThat(explicit(oldest)).containsExactlyInAnyOrder("email=n", "sms=y", "call=n");
		assertThat(explicit(sharer)).containsExactly("call=n");
		assertThat(this.ledger.list(sharer, null, 1).get(0).own()).isFalse();
		assertThat(this.ledger.list(sharer, null, 1).get(0).evidence().facts()).containsEntry("identified", false)
			.containsEntry("reachedBy", "public");
		send(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), "both@verel.example", "channel.email");
		assertThat(explicit(oldest)).containsExactlyInAnyOrder("email=n", "sms=y", "call=n");
		assertThat(this.pending.list(oldest)).hasSize(1);
		assertThat(this.pending.list(sharer)).isEmpty();
		assertThat(this.profiles.count()).isEqualTo(2);
	}

	@Test
	void theDenylistAppliesToEverybodyWithTheAddress() {
		ProfileId person = this.people.create(Map.of("email", "stop@verel.example")).id();
		assertThat(send(this.pages.denylist(false), "stop@verel.example")).hasStatus(303);
		assertThat(explicit(person)).containsExactly("any=n");
	}

	@Test
	void nothingTellsWhetherAnAddressIsKnown() {
		this.people.create(Map.of("email", "known@verel.example", "firstName", "Secret"));
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		MvcTestResult known = send(page, "known@verel.example", "channel.email");
		MvcTestResult unknown = send(page, "unknown@verel.example", "channel.email");
		assertThat(known).hasStatus(303);
		assertThat(unknown).hasStatus(303);
		String result = Browse.follow(this.mvc, known);
		assertThat(result).doesNotContain("Secret", "/undo").contains("Thank you");
		assertThat(plain(result)).isEqualTo(plain(Browse.follow(this.mvc, unknown)));
		assertThat(this.mvc.post().uri(Browse.where(known).replaceAll("\\?.*", "") + "/undo")).hasStatus(404);
	}

	@Test
	void detailsOfAKnownPersonWaitUntilAnOperatorConfirmsThem() {
		ProfileId person = this.people.create(Map.of("email", "noor@verel.example", "firstName", "Nora")).id();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		Browse.send(this.mvc, opened(page, "noor@verel.example").with("field.firstName", "Noor").tick("channel.email"));
		assertThat(this.profiles.findById(person).orElseThrow().details().firstName()).isEqualTo("Nora");
		assertThat(Browse.html(this.mvc.get().uri("/confirmations").with(SignIn.auditor()).exchange()))
			.contains("/confirmations/" + person);
		assertThat(confirm(person, "")).hasStatus(422);
		assertThat(explicit(person)).containsExactly("email=n");
		assertThat(confirm(person, "They called us back")).hasStatus(302);
		assertThat(explicit(person)).containsExactly("email=y");
		assertThat(this.profiles.findById(person).orElseThrow().details().firstName()).isEqualTo("Noor");
		assertThat(this.pending.list(person)).isEmpty();
		assertThat(Browse.html(this.mvc.get().uri("/confirmations").with(SignIn.operator()).exchange()))
			.doesNotContain("/confirmations/" + person);
	}

	@Test
	void whatIsDismissedWaitsNoLonger() {
		send(this.pages.form(BoxMeaning.CONTACT_ME, "email"), "mistake@verel.example", "channel.email");
		ProfileId person = this.owners.find(People.details(Map.of("email", "mistake@verel.example"))).get(0);
		assertThat(this.mvc.delete().uri("/confirmations/" + person).with(SignIn.marketer()).with(csrf()))
			.hasStatus(403);
		assertThat(this.mvc.delete().uri("/confirmations/" + person).with(SignIn.operator()).with(csrf()))
			.hasStatus(302);
		assertThat(explicit(person)).containsExactly("email=dn");
	}

	@Test
	void takesNothingFromMachines() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		MvcTestResult trapped = Browse.send(this.mvc,
				opened(page, "bot@verel.example").with("website", "http://spam.example"));
		assertThat(trapped).hasStatus(422);
		assertThat(Browse.html(trapped)).contains("that people do not see", "value=\"bot@verel.example\"",
				"Send it now");
		Browse.Opened fast = Browse.open(this.mvc, "/p/" + page.slug()).with("field.email", "bot@verel.example");
		MvcTestResult again = Browse.send(this.mvc, fast);
		assertThat(again).hasStatus(422);
		assertThat(Browse.html(again)).contains("very quick", "value=\"bot@verel.example\"");
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, "/p/" + page.slug()))).hasStatus(422);
		assertThat(Browse.send(this.mvc, opened(page, "no address"))).hasStatus(422);
		assertThat(this.profiles.count()).isZero();
	}

	@Test
	void slowsDownWhoSendsTooMuch() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		MvcTestResult sent = send(page, "many@verel.example");
		for (int time = 0; time < 6; time++) {
			sent = send(page, "many@verel.example");
		}
		assertThat(sent).hasStatus(429).containsHeader("Retry-After");
		for (int time = 0; time < 60; time++) {
			sent = send(page, "many" + time + "@verel.example");
		}
		assertThat(sent).hasStatus(429);
	}

	@Test
	void aConsoleSessionSendsNothing() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		assertThat(this.mvc.post().uri("/p/" + page.slug()).with(SignIn.admin())).hasStatus(403);
	}

	@Test
	void anAddressNobodyHasThatOnlySaysNoIsKeptAndMakesNoProfile() {
		assertThat(send(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms"), "Nobody@Verel.example",
				"channel.email"))
			.hasStatus(303);
		assertThat(send(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), "silent@verel.example")).hasStatus(303);
		assertThat(this.profiles.count()).isZero();
		assertThat(this.jdbc.queryForList("select channel from suppression", String.class)).containsExactly("email");
		assertThat(this.jdbc.queryForList("select content from submission", String.class))
			.noneMatch((content) -> content.toLowerCase(java.util.Locale.ROOT).contains("verel.example"));
		ProfileId person = this.people.create(Map.of("email", "nobody@verel.example")).id();
		assertThat(explicit(person)).containsExactly("email=n");
	}

	@Test
	void whoOptsInAndSaysNoBecomesAProfileWithBoth() {
		LandingPage page = this.pages.publish(
				PageKind.ACQUISITION, List.of(new PageBox("email", BoxMeaning.IN_OR_OUT),
						new PageBox("sms", BoxMeaning.DO_NOT_CONTACT), new PageBox("call", BoxMeaning.CONTACT_ME)),
				false);
		send(page, "mixed@verel.example", "channel.email", "channel.sms");
		ProfileId person = this.owners.find(People.details(Map.of("email", "mixed@verel.example"))).get(0);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=p", "sms=n", "call=dn");
	}

	@Test
	void twoPeopleWhoUseOneOpeningAreBothHeard() {
		ProfileId first = this.people.create(Map.of("email", "first@verel.example")).id();
		ProfileId second = this.people.create(Map.of("email", "second@verel.example")).id();
		Browse.Opened kept = opened(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms"), "first@verel.example");
		MvcTestResult one = Browse.send(this.mvc, kept.tick("channel.email"));
		assertThat(Browse.where(Browse.send(this.mvc, kept))).isEqualTo(Browse.where(one));
		Browse.send(this.mvc, kept.with("field.email", "second@verel.example"));
		Browse.send(this.mvc, kept.with("field.email", "first@verel.example").tick("channel.sms"));
		assertThat(explicit(first)).containsExactlyInAnyOrder("email=n", "sms=n");
		assertThat(explicit(second)).containsExactly("email=n");
	}

	@Test
	void aNoIsTakenWhateverElseIsWrong() {
		ProfileId person = this.people.create(Map.of("email", "x@verel.example", "mobile", "+32470123445")).id();
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms");
		Browse.Opened quick = Browse.open(this.mvc, "/p/" + page.slug())
			.with("field.email", "x@verel.example")
			.tick("channel.sms");
		MvcTestResult fast = Browse.send(this.mvc, quick);
		assertThat(fast).hasStatus(422);
		assertThat(Browse.html(fast)).containsSubsequence("We have taken your no: SMS.", "That was very quick",
				"Send it now");
		assertThat(explicit(person)).containsExactly("sms=n");
		MvcTestResult trapped = Browse.send(this.mvc,
				opened(page, "x@verel.example").with("website", "x").tick("channel.email"));
		assertThat(trapped).hasStatus(422);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
		MvcTestResult unknown = Browse.send(this.mvc,
				opened(page, "y@verel.example").with("website", "x").tick("channel.email"));
		assertThat(plain(Browse.html(unknown)).replace("\"y@verel", "\"x@verel"))
			.isEqualTo(plain(Browse.html(trapped)));
		assertThat(this.profiles.count()).isOne();
	}

	@Test
	void aNoNeedsButOneAddressThatCanBeRead() {
		ProfileId person = this.people.create(Map.of("mobile", "+32470123445")).id();
		LandingPage page = this.pages.denylist(true);
		MvcTestResult sent = Browse.send(this.mvc,
				opened(page, "not an address").with("field.mobile", "+32 470 12 34 45"));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).containsSubsequence("We have taken your no: Any channel.",
				"E-mail address: This is not an e-mail address", "value=\"not an address\"");
		assertThat(explicit(person)).containsExactly("any=n");
		MvcTestResult nothing = Browse.send(this.mvc, opened(page, "not an address"));
		assertThat(Browse.html(nothing)).doesNotContain("We have taken");
	}

	@Test
	void whatSeemedToComeFromAMachineIsTakenWhenItIsSentNow() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		Browse.Opened quick = Browse.open(this.mvc, "/p/" + page.slug())
			.with("field.email", "quick@verel.example")
			.tick("channel.email");
		String html = Browse.html(Browse.send(this.mvc, quick));
		Browse.Opened again = Browse.form(html, quick.path());
		assertThat(again.form()).containsEntry("field.email", "quick@verel.example").containsKey("channel.email");
		assertThat(Browse.send(this.mvc, again.with("again", "forged"))).hasStatus(422);
		String token = html.replaceAll("(?s).*name=\"again\" value=\"([^\"]+)\".*", "$1");
		assertThat(Browse.send(this.mvc, again.with("again", token).with("website", "filled by the browser")))
			.hasStatus(303);
		assertThat(this.profiles.count()).isOne();
	}

	@Test
	void stopsAllContactByOneButtonForWhoeverHasTheAddress() {
		ProfileId person = this.people.create(Map.of("email", "all@verel.example")).id();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		MvcTestResult sent = Browse.send(this.mvc, opened(page, "all@verel.example").with("stop", "on"));
		assertThat(explicit(person)).containsExactly("any=n");
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("Thank you", "Any channel", "No more")
			.doesNotContain("/undo");
		Browse.send(this.mvc, opened(page, "nobody-all@verel.example").with("stop", "on"));
		assertThat(this.jdbc.queryForList("select channel from suppression", String.class)).containsExactly("email");
	}

	@Test
	void aPageThatIsOverStillStopsContactByItsPublicLink() {
		ProfileId person = this.people.create(Map.of("email", "over@verel.example")).id();
		LandingPage page = this.pages.publish(PageKind.ACQUISITION,
				List.of(new PageBox("email", BoxMeaning.DO_NOT_CONTACT), new PageBox("sms", BoxMeaning.CONTACT_ME)),
				false);
		Browse.Opened before = opened(page, "over@verel.example");
		this.pages.taken(page);
		this.publishedPages.forget(page.slug());
		Browse.Opened opened = opened(page, "over@verel.example");
		assertThat(Browse.html(this.mvc.get().uri("/p/" + page.slug()).exchange())).contains("channel.email")
			.doesNotContain("channel.sms");
		MvcTestResult refused = Browse.send(this.mvc, before.tick("channel.sms").tick("channel.email"));
		assertThat(refused).hasStatus(422);
		assertThat(Browse.html(refused)).containsSubsequence("We have taken your no: E-mail",
				"no longer takes sign-ups");
		assertThat(explicit(person)).containsExactly("email=n");
		assertThat(Browse.send(this.mvc, opened.tick("channel.email"))).hasStatus(303);
	}

	@Test
	void saysWhatWasAskedInThePagesOwnWords() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		String result = Browse.follow(this.mvc, send(page, "asked@verel.example", "channel.email"));
		assertThat(result).containsSubsequence("Thank you", "By &lt;b&gt;email", "Yes, please")
			.doesNotContain("By &lt;b&gt;sms", "saved");
		assertThat(Browse.follow(this.mvc, send(page, "asked@verel.example"))).contains("so nothing changes");
	}

	@Test
	void theErrorSummaryNamesEachField() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		assertThat(Browse.html(Browse.send(this.mvc, opened(page, "nope"))))
			.contains("href=\"#f-field-email\">E-mail address: This is not an e-mail address");
	}

	@Test
	void isAnsweredAfterTheSameTimeHoweverLongItTook() {
		assertThat(VisitorLimits.untilAnswer(1, 250)).isEqualTo(250);
		assertThat(VisitorLimits.untilAnswer(249, 250)).isEqualTo(250);
		assertThat(VisitorLimits.untilAnswer(251, 250)).isEqualTo(500);
		assertThat(VisitorLimits.untilAnswer(251, 0)).isZero();
		this.people.create(Map.of("email", "known@verel.example"));
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		for (String email : List.of("known@verel.example", "new@verel.example", "nope")) {
			Browse.Opened form = opened(page, email).tick("channel.email");
			long begun = System.nanoTime();
			Browse.send(this.mvc, form);
			assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20_000_000);
		}
	}

	private MvcTestResult confirm(ProfileId person, String reason) {
		return this.mvc.put()
			.uri("/confirmations/" + person)
			.with(SignIn.operator())
			.with(csrf())
			.param("purpose", "marketing.email")
			.param("details", "true")
			.param("kind", "recorded-call")
			.param("reason", reason)
			.exchange();
	}

	private MvcTestResult send(LandingPage page, String email, String... ticked) {
		Browse.Opened opened = opened(page, email);
		List.of(ticked).forEach(opened::tick);
		return Browse.send(this.mvc, opened);
	}

	private Browse.Opened opened(LandingPage page, String email) {
		return this.pages.visit(this.mvc, page, email);
	}

	private static String plain(String html) {
		return html.replaceAll("/results/[^?\"]*", "")
			.replaceAll("(?<=name=\"(opening|sealed|again)\" value=\")[^\"]*", "");
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "They said so")), Evidence.NONE.with("letter", "of today")));
	}

	private List<String> explicit(ProfileId person) {
		return this.says.find(person)
			.consents()
			.values()
			.stream()
			.map((consent) -> consent.purpose().key().replace("marketing.", "") + "=" + consent.choice().value())
			.toList();
	}

}
