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
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that a visitor's no needs one address alone, and is promised only what it does,
 * the same whoever they are.
 */
@ProductTest
class VisitorNoesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordSay record;

	@Autowired
	VisitorLimits limits;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void forgetEarlierVisitors() {
		this.limits.forget();
	}

	@Test
	void isToldWhatIsCertainAndHowToBeSureOfTheRest() {
		this.people.create(Map.of("email", "known@verel.example"));
		LandingPage page = page("email", "mobile");
		for (List<String> ticked : List.of(List.of("channel.email", "channel.call", "channel.postalMail"),
				List.of("channel.sms"), List.of("channel.postalMail"), List.of("stop"), List.of("channel.email"))) {
			String known = result(page, "known@verel.example", ticked);
			assertThat(known).as(ticked.toString())
				.isEqualTo(result(page, "unknown@verel.example", ticked))
				.contains("Thank you", "No more", "This is what you asked.");
			assertThat(known.contains("give us your mobile number too, or contact Maison &lt;b&gt;Verel")).isEqualTo(
					ticked.contains("channel.call") || ticked.contains("channel.sms") || ticked.contains("stop"));
		}
		assertThat(result(page, "a1@verel.example", List.of("channel.email", "channel.call", "channel.postalMail")))
			.contains("At the address or number you gave, we stop at once: E-mail. For Phone, Post, what you gave us is"
					+ " enough only if we know you by it.")
			.doesNotContain("Where you said no");
		assertThat(result(page, "a2@verel.example", List.of("stop")))
			.contains("we stop at once: E-mail. For SMS, Phone," + " Post, App notifications, what you gave us is");
		assertThat(result(page, "a3@verel.example", List.of("channel.postalMail")))
			.contains("For Post, what you gave us", "To be sure, please contact Maison &lt;b&gt;Verel.")
			.doesNotContain("we stop at once");
		assertThat(result(page, "a4@verel.example", List.of("channel.email")))
			.contains("Where you said no, we stop at once.")
			.doesNotContain("enough only");
		assertThat(result(page("email"), "a5@verel.example", List.of("channel.sms")))
			.contains("To be sure, please contact Maison")
			.doesNotContain("mobile number too");
		String mobile = Browse.follow(this.mvc, Browse.send(this.mvc,
				opened(page, "").with("field.mobile", "+32470123445").tick("channel.email").tick("channel.call")));
		assertThat(mobile).contains("we stop at once: Phone. For E-mail, what you gave us",
				"give us your e-mail address too");
	}

	@Test
	void isToldTheSameAboveWhatIsWrong() {
		this.people.create(Map.of("email", "known@verel.example"));
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "postalMail");
		List<String> answers = List.of("known@verel.example", "unknown@verel.example").stream().map((email) -> {
			MvcTestResult sent = Browse.send(this.mvc,
					opened(page, email).with("website", "x").tick("channel.email").tick("channel.postalMail"));
			assertThat(sent).hasStatus(422);
			return plain(Browse.html(sent)).replace(email, "");
		}).toList();
		assertThat(answers.get(0)).isEqualTo(answers.get(1))
			.contains(
					"We have taken your no: E-mail, Post. For Post, what you gave us is enough only if we know you by it.");
	}

	@Test
	void isTheirsThoughAnOperatorHadRecordedItBefore() {
		ProfileId person = this.people.create(Map.of("email", "twice@verel.example")).id();
		for (Purpose purpose : List.of(Purpose.MARKETING_EMAIL, Purpose.MARKETING_ANY)) {
			this.record.record(person,
					Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, Choice.NO)), Evidence.NONE));
		}
		Browse.send(this.mvc, opened(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email"), "twice@verel.example")
			.tick("channel.email"));
		Browse.send(this.mvc, opened(this.pages.denylist(true), "twice@verel.example"));
		for (LedgerEntry entry : this.ledger.list(person, null, 2)) {
			assertThat(entry.before() + entry.after() + entry.origin()).isEqualTo("nnSUBJECT");
			assertThat(entry.evidence().facts()).containsEntry("identified", false).containsKey("wording");
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> this.record.record(person,
					Declaration.byOperator(People.OPERATOR,
							List.of(Statement.of(Purpose.of(entry.purpose()).orElseThrow(), Choice.UNKNOWN)),
							Evidence.NONE)));
		}
		int written = this.ledger.count(person);
		Browse.send(this.mvc, opened(this.pages.denylist(true), "twice@verel.example"));
		assertThat(this.ledger.count(person)).isEqualTo(written).isEqualTo(4);
	}

	@Test
	void toEverythingAnswersTheOptInThatWaits() {
		ProfileId person = this.people.create(Map.of("email", "later@verel.example")).id();
		Browse.send(this.mvc,
				opened(this.pages.form(BoxMeaning.CONTACT_ME, "email"), "later@verel.example").tick("channel.email"));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.PENDING);
		Browse.send(this.mvc, opened(this.pages.denylist(true), "later@verel.example"));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void speaksFrenchAndDutchToo() {
		LandingPage page = page("email", "mobile");
		String sent = Browse
			.where(Browse.send(this.mvc, opened(page, "fr@verel.example").with("stop", "on").tick("channel.email")));
		assertThat(Browse.html(this.mvc.get().uri(sent.replaceAll("lang=..", "lang=fr")).exchange()))
			.contains("nous arrêtons aussitôt\u00a0: E-mail. Pour SMS, Téléphone, Courrier");
	}

	@Test
	void whoStopsEverythingAndSendsItNowStopsEverything() {
		ProfileId person = this.people.create(Map.of("email", "all@verel.example")).id();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		Browse.Opened trapped = opened(page, "nobody@verel.example").with("website", "x").with("stop", "on");
		String html = Browse.html(Browse.send(this.mvc, trapped));
		Browse.Opened again = Browse.form(html, trapped.path());
		assertThat(again.form()).containsEntry("stop", "on");
		assertThat(html).contains(">Send it now<");
		again.with("again", html.replaceAll("(?s).*<button name=\"again\" value=\"([^\"]+)\".*", "$1"));
		assertThat(Browse.follow(this.mvc, Browse.send(this.mvc, again))).containsSubsequence("Any channel", "No more")
			.doesNotContain("You asked for nothing");
		Browse.Opened empty = opened(page, "").with("stop", "on");
		String missing = Browse.html(Browse.send(this.mvc, empty));
		assertThat(missing).containsSubsequence("Please give your e-mail",
				"<button name=\"stop\" value=\"on\">Stop all", "class=\"second\">Save");
		Browse.Opened filled = Browse.form(missing, empty.path()).with("field.email", "all@verel.example");
		assertThat(filled.form()).doesNotContainKey("stop");
		Browse.send(this.mvc, filled.with("stop", "on"));
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
		String link = this.pages.link(page, person);
		String personal = Browse
			.html(Browse.send(this.mvc, Browse.open(this.mvc, link).with("field.email", "nope").with("stop", "on")));
		assertThat(personal).containsSubsequence("We have taken your no: Any channel.",
				"<button name=\"stop\" value=\"on\">Stop all");
	}

	@Test
	void aPageThatOffersNothingButAStopCanBeSentNow() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		this.pages.taken(page);
		Browse.Opened trapped = opened(page, "over@verel.example").with("website", "x").with("stop", "on");
		String html = Browse.html(Browse.send(this.mvc, trapped));
		String token = html.replaceAll("(?s).*<button name=\"again\" value=\"([^\"]+)\".*", "$1");
		assertThat(Browse.send(this.mvc,
				Browse.form(html, trapped.path()).with("again", token).with("website", "filled once more")))
			.hasStatus(303);
	}

	@Test
	void aMobileNumberIsEnoughWherePagesAskForAnAddress() {
		ProfileId person = this.people.create(Map.of("mobile", "+32470123445")).id();
		LandingPage page = this.pages.publish(PageKind.ACQUISITION,
				List.of(new PageBox("sms", BoxMeaning.DO_NOT_CONTACT), new PageBox("email", BoxMeaning.CONTACT_ME)),
				List.of(new PageField("email", true), new PageField("mobile", false), new PageField("lastName", true)));
		Browse.Opened form = opened(page, "").with("field.mobile", "0470 12 34 45").tick("channel.sms");
		assertThat(Browse.send(this.mvc, form)).hasStatus(303);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
		MvcTestResult asks = Browse.send(this.mvc, opened(page, "").tick("channel.sms"));
		assertThat(asks).hasStatus(422);
		assertThat(Browse.html(asks)).contains("Please give your e-mail address or your mobile number")
			.doesNotContain("Please fill this in");
		MvcTestResult optsIn = Browse.send(this.mvc,
				opened(page, "").with("field.mobile", "+32470123445").tick("channel.sms").tick("channel.email"));
		assertThat(optsIn).hasStatus(422);
		assertThat(Browse.html(optsIn)).containsSubsequence("We have taken your no",
				"E-mail address: Please fill this in");
	}

	@Test
	void anAddressInTheOthersFieldIsReadAsWhatItIs() {
		ProfileId byMobile = this.people.create(Map.of("mobile", "+32470123445")).id();
		ProfileId byEmail = this.people.create(Map.of("email", "32470123499@verel.example")).id();
		ProfileId stranger = this.people.create(Map.of("mobile", "+32470123499")).id();
		LandingPage page = page("email", "mobile");
		assertThat(Browse.send(this.mvc, opened(page, " 0470/12.34.45 ").tick("channel.sms"))).hasStatus(303);
		assertThat(this.says.find(byMobile).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
		assertThat(Browse.send(this.mvc,
				opened(page, "").with("field.mobile", "32470123499@verel.example").tick("channel.email")))
			.hasStatus(303);
		assertThat(this.says.find(byEmail).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(Browse.send(this.mvc, opened(page, "+32470123445").with("field.mobile", "32470123499@verel.example")
			.tick("channel.postalMail"))).hasStatus(303);
		assertThat(this.says.find(byMobile).explicit(Purpose.MARKETING_POSTAL_MAIL)).isEqualTo(Choice.NO);
		assertThat(this.says.find(byEmail).explicit(Purpose.MARKETING_POSTAL_MAIL)).isEqualTo(Choice.NO);
		Browse.send(this.mvc, opened(page, "32470123499@verel.example").tick("channel.sms"));
		Browse.send(this.mvc, opened(page, "+32470123499@nowhere").tick("channel.sms"));
		assertThat(this.ledger.count(stranger)).isZero();
		LandingPage optIn = this.pages.form(BoxMeaning.CONTACT_ME, "sms");
		MvcTestResult refused = Browse.send(this.mvc, opened(optIn, "+32470123445").tick("channel.sms"));
		assertThat(refused).hasStatus(422);
		assertThat(Browse.html(refused)).contains("This is not an e-mail address", "value=\"+32470123445\"");
	}

	@Test
	void isForEachOfSeveralAddressesInOneField() {
		LandingPage page = page("email", "mobile");
		for (String between : List.of("; ", ",", " ", " / ", "\n")) {
			this.limits.forget();
			ProfileId one = this.people.create(Map.of("email", "one@verel.example", "mobile", "+32470123401")).id();
			ProfileId other = this.people.create(Map.of("email", "other@verel.example")).id();
			String both = "one@verel.example" + between + "<Other@Verel.example>";
			assertThat(Browse.send(this.mvc, opened(page, both).tick("channel.email"))).hasStatus(303);
			assertThat(this.says.find(one).explicit(Purpose.MARKETING_EMAIL)).as(between).isEqualTo(Choice.NO);
			assertThat(this.says.find(other).explicit(Purpose.MARKETING_EMAIL)).as(between).isEqualTo(Choice.NO);
		}
		ProfileId mobile = this.people.create(Map.of("mobile", "+32470123402")).id();
		Browse.Opened numbers = opened(page, "").with("field.mobile", "0470 12 34 01 ; 0470 12 34 02");
		assertThat(Browse.send(this.mvc, numbers.tick("channel.sms"))).hasStatus(303);
		assertThat(this.says.find(mobile).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
		LandingPage both = this.pages.publish(PageKind.ACQUISITION,
				List.of(new PageBox("sms", BoxMeaning.DO_NOT_CONTACT), new PageBox("email", BoxMeaning.CONTACT_ME)),
				List.of(new PageField("email", true)));
		ProfileId fifth = this.people.create(Map.of("email", "fifth@verel.example")).id();
		MvcTestResult optsIn = Browse.send(this.mvc,
				opened(both, "new@verel.example; fifth@verel.example").tick("channel.sms").tick("channel.email"));
		assertThat(optsIn).hasStatus(422);
		assertThat(Browse.html(optsIn)).containsSubsequence("We have taken your no", "This is not an e-mail address");
		assertThat(this.says.find(fifth).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
		assertThat(this.says.find(fifth).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void sentAgainIsSaidAgainWhereItWasLiftedMeanwhile() {
		ProfileId person = this.people.create(Map.of("email", "again@verel.example")).id();
		Browse.Opened form = opened(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email"), "again@verel.example")
			.tick("channel.email");
		String first = Browse.where(Browse.send(this.mvc, form));
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN, "asked by phone")), Evidence.NONE));
		assertThat(Browse.where(Browse.send(this.mvc, form))).isEqualTo(first);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void byPersonalLinkNobodyIsOneTooMany() {
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms");
		ProfileId person = this.people.somebody();
		String link = this.pages.link(page, person);
		Browse.Opened form = Browse.open(this.mvc, link);
		for (int time = 0; time < 500; time++) {
			if (time % 2 == 0) {
				form.untick("channel.email").tick("channel.sms");
			}
			else {
				form.tick("channel.email").untick("channel.sms");
			}
			MvcTestResult sent = (time % 5 == 0)
					? this.mvc.post().uri(link).param("List-Unsubscribe", "One-Click").exchange()
					: Browse.send(this.mvc, form.with("opening", java.util.UUID.randomUUID().toString()));
			assertThat(sent.getResponse().getStatus()).isIn(200, 303);
		}
		Browse.send(this.mvc, Browse.open(this.mvc, link).tick("channel.email").tick("channel.sms"));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
	}

	@Test
	void oneTooManyIsToldWhenToTryAgainAndKeepsWhatWasTyped() {
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms");
		for (int time = 0; time < 6; time++) {
			Browse.send(this.mvc, opened(page, "many@verel.example").tick("channel.email"));
		}
		int kept = count("suppression");
		int submissions = count("submission");
		MvcTestResult sent = Browse.send(this.mvc,
				opened(page, "many@verel.example").with("field.firstName", "Zoë").tick("channel.sms"));
		assertThat(sent).hasStatus(429).containsHeader("Retry-After");
		long seconds = Long.parseLong(String.valueOf(sent.getResponse().getHeader("Retry-After")));
		assertThat(Browse.html(sent))
			.contains("Maison &lt;b&gt;Verel", "value=\"many@verel.example\"", "value=\"Zoë\"",
					"please send it again in " + ((seconds <= 60) ? "a minute" : (seconds + 59) / 60 + " minutes"))
			.doesNotContain("We have taken");
		assertThat(Browse.form(Browse.html(sent), "").form()).containsKey("channel.sms")
			.doesNotContainKey("channel.email");
		assertThat(count("suppression")).isEqualTo(kept);
		assertThat(count("submission")).isEqualTo(submissions);
	}

	private int count(String table) {
		return java.util.Objects
			.requireNonNull(this.jdbc.queryForObject("select count(*) from " + table, Integer.class));
	}

	private LandingPage page(String... fields) {
		return this.pages.publish(PageKind.ACQUISITION,
				List.of("email", "sms", "call", "postalMail")
					.stream()
					.map((channel) -> new PageBox(channel, BoxMeaning.DO_NOT_CONTACT))
					.toList(),
				List.of(fields).stream().map((field) -> new PageField(field, false)).toList());
	}

	private String result(LandingPage page, String email, List<String> ticked) {
		this.limits.forget();
		Browse.Opened form = opened(page, email);
		ticked.forEach(form::tick);
		return plain(Browse.follow(this.mvc, Browse.send(this.mvc, form)));
	}

	private Browse.Opened opened(LandingPage page, String email) {
		return this.pages.visit(this.mvc, page, email);
	}

	private static String plain(String html) {
		return html.replaceAll("/results/[^?\"]*", "")
			.replaceAll("(?<=name=\"(opening|sealed|again)\" value=\")[^\"]*", "");
	}

}
