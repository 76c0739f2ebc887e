package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;

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
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.landing.StoredPublishedPages;
import dev.sayso.person.People;
import dev.sayso.person.Profiles;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a person counts on whom their link identifies.
 */
@ProductTest
class PersonalPageTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordSay record;

	@Autowired
	EraseProfile erase;

	@Autowired
	StoredPublishedPages publishedPages;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void echoesWhatWasSaidAndMasksAddresses() {
		ProfileId person = this.people.create(Map.of("email", "noor@telenet.example", "mobile", "+32470123445")).id();
		say(person, Purpose.MARKETING_SMS, Choice.YES);
		say(person, Purpose.MARKETING_CALL, Choice.PENDING);
		String path = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms", "call"), person);
		MvcTestResult shown = this.mvc.get().uri(path).exchange();
		assertThat(shown).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Referrer-Policy", "no-referrer")
			.hasHeader("X-Robots-Tag", "noindex")
			.doesNotContainHeader("Set-Cookie");
		assertThat(Browse.html(shown)).contains("n•••••@telenet.example", "+32 ••• •• •• 45", "Waiting for your")
			.doesNotContain("noor@", "+32470123445");
		assertThat(Browse.open(this.mvc, path).form()).containsKey("channel.sms")
			.doesNotContainKeys("channel.email", "channel.call");
	}

	@Test
	void savesOnlyWhatDiffersAndProvesIt() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_SMS, Choice.YES);
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms", "call");
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		MvcTestResult sent = Browse.send(this.mvc, form.tick("channel.email"));
		assertThat(sent).hasStatus(303).doesNotContainHeader("Set-Cookie");
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=y", "call=n");
		var entry = this.ledger.of(person, null, 10).get(0);
		assertThat(entry.own()).isTrue();
		assertThat(entry.source()).isEqualTo("Page v1");
		assertThat(entry.evidence().facts()).containsEntry("page", page.slug())
			.containsEntry("pageVersion", 1)
			.containsEntry("identified", true)
			.containsEntry("reachedBy", "personal")
			.containsEntry("ip", "127.0.0.0")
			.containsKey("wording");
		assertThat(Browse.follow(this.mvc, sent)).contains("Your choices are saved", ">On<", ">Off<", "Undo",
				"Change something else");
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, form.path()))).hasStatus(303);
		assertThat(this.ledger.count(person)).isEqualTo(3);
	}

	@Test
	void theSameOpeningSentAgainJoinsTheFirst() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person)).tick("channel.email");
		MvcTestResult first = Browse.send(this.mvc, form);
		MvcTestResult again = Browse.send(this.mvc, form);
		assertThat(Browse.where(again)).isEqualTo(Browse.where(first));
		assertThat(this.ledger.count(person)).isOne();
		ProfileId other = this.people.somebody();
		Browse.Opened stolen = new Browse.Opened(this.pages.link(page, other), form.form());
		assertThat(Browse.where(Browse.send(this.mvc, stolen))).isNotEqualTo(Browse.where(first));
	}

	@Test
	void aNoSaidMeanwhileIsNotLiftedUnseen() {
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person));
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		MvcTestResult sent = Browse.send(this.mvc, form.tick("channel.email").with("field.firstName", "Zoë"));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("This has changed since you opened the page", "value=\"Zoë\"");
		assertThat(explicit(person)).containsExactly("email=n");
		assertThat(this.jdbc.queryForObject("select count(*) from submission", Integer.class)).isZero();
	}

	@Test
	void undoTakesBackExactlyWhatStillStands() {
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person));
		String result = Browse.where(Browse.send(this.mvc, form.tick("channel.email")));
		say(person, Purpose.MARKETING_SMS, Choice.LEGITIMATE_INTEREST);
		String undo = result.replaceAll("\\?.*", "") + "/undo";
		assertThat(this.mvc.post().uri(undo)).hasStatus(303);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=u", "sms=LI");
		assertThat(this.mvc.post().uri(undo)).hasStatus(303);
		assertThat(this.ledger.count(person)).isEqualTo(4);
		assertThat(Browse.html(this.mvc.get().uri(result).exchange())).contains("Everything is back as it was")
			.doesNotContain("/undo\"");
	}

	@Test
	void openingADenylistLinkStopsEverythingOnceAndUndoAsksFirst() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.denylist(false);
		String path = this.pages.link(page, person);
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("denylist.js", "data-automatic");
		MvcTestResult sent = Browse.send(this.mvc, Browse.open(this.mvc, path).with("automatic", "on"));
		assertThat(explicit(person)).containsExactly("any=n");
		assertThat(this.ledger.of(person, null, 1).get(0).evidence().facts()).containsEntry("opening", "automatic");
		assertThat(Browse.follow(this.mvc, sent)).contains("We will no longer contact you",
				"Opening the link did this");
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("We already do not contact you")
			.doesNotContain("denylist.js");
		this.mvc.post().uri(Browse.where(sent).replaceAll("\\?.*", "") + "/undo").exchange();
		assertThat(explicit(person)).containsExactly("any=u");
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).doesNotContain("denylist.js").contains("<button");
		assertThat(Browse.html(this.mvc.get().uri(this.pages.link(this.pages.denylist(true), person)).exchange()))
			.doesNotContain("denylist.js");
	}

	@Test
	void fromTheConsoleItIsAPreviewThatWritesNothing() {
		ProfileId person = this.people.somebody();
		String path = this.pages.link(this.pages.denylist(false), person);
		assertThat(Browse.html(this.mvc.get().uri(path).with(SignIn.operator()).exchange())).contains("preview")
			.doesNotContain("denylist.js");
		assertThat(this.mvc.post().uri(path).with(SignIn.operator())).hasStatus(403);
		assertThat(this.ledger.count(person)).isZero();
	}

	@Test
	void aLinkThatIsNotGenuineOrOfSomebodyErasedAnswersLikeAnUnknownPage() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		String path = this.pages.link(page, person);
		String result = Browse.where(Browse.send(this.mvc, Browse.open(this.mvc, path).tick("channel.email")));
		String unknown = Browse.html(this.mvc.get().uri("/p/nowhere").exchange());
		String elsewhere = this.pages.link(page, person).replace(page.slug(), this.pages.denylist(true).slug());
		for (String bad : List.of(path + "x", elsewhere, "/p/nowhere/" + path.substring(path.lastIndexOf('/') + 1))) {
			MvcTestResult answer = this.mvc.get().uri(bad).exchange();
			assertThat(answer).hasStatus(404);
			assertThat(Browse.html(answer)).isEqualTo(unknown);
			assertThat(this.mvc.post().uri(bad)).hasStatus(404);
		}
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.mvc.get().uri(path)).hasStatus(404);
		assertThat(this.mvc.get().uri(result)).hasStatus(404);
		assertThat(this.jdbc.queryForObject("select count(*) from submission", Integer.class)).isZero();
	}

	@Test
	void aPageThatIsOverStillStopsContactButTakesNobodyIn() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		String path = this.pages.link(page, person);
		this.pages.taken(page);
		this.publishedPages.forget(page.slug());
		MvcTestResult gone = this.mvc.get().uri("/p/" + page.slug()).exchange();
		assertThat(gone).hasStatus(410);
		assertThat(Browse.html(gone)).contains("This has <strong>ended</strong>");
		MvcTestResult refused = Browse.send(this.mvc, Browse.open(this.mvc, path).tick("channel.email"));
		assertThat(refused).hasStatus(422);
		assertThat(Browse.html(refused)).contains("no longer takes sign-ups");
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, path))).hasStatus(303);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
		LandingPage noStop = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		this.pages.taken(noStop);
		assertThat(this.mvc.get().uri(this.pages.link(noStop, person))).hasStatus(410);
	}

	@Test
	void changesTheDetailsThatWereEdited() {
		ProfileId person = this.people.create(Map.of("email", "noor@telenet.example")).id();
		String path = this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email"), person);
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, path).with("field.email", "nope"))).hasStatus(422);
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, path).with("field.firstName", "Noor"))).hasStatus(303);
		var details = this.profiles.findById(person).orElseThrow().details();
		assertThat(details.firstName()).isEqualTo("Noor");
		assertThat(details.email()).isEqualTo("noor@telenet.example");
	}

	@Test
	void takesFormsAndNothingElse() {
		ProfileId person = this.people.somebody();
		String path = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), person);
		assertThat(this.mvc.post().uri(path).contentType("application/json").content("{}")).hasStatus(415);
		assertThat(this.mvc.post().uri(path).content("x".repeat(200_000))).hasStatus(413);
		assertThat(this.ledger.count(person)).isZero();
	}

	@Test
	void obeysTheBrowserThatAsksNotToShare() {
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email"), person));
		var request = this.mvc.post().uri(form.path()).header("Sec-GPC", "1");
		form.form().forEach(request::param);
		assertThat(request.exchange()).hasStatus(303);
		assertThat(this.says.of(person).explicit(Purpose.SHARE)).isEqualTo(Choice.NO);
		assertThat(this.ledger.of(person, null, 1).get(0).evidence().facts()).containsEntry("gpc", true);
	}

	@Test
	void showsEveryTextAsText() {
		ProfileId person = this.people.create(Map.of("firstName", "<script>alert(2)</script>")).id();
		String html = Browse.html(this.mvc.get()
			.uri(this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email"), person))
			.exchange());
		assertThat(html).doesNotContain("<script>alert", "<i>contact", "By <b>email", "Maison <b>")
			.contains("<em>us</em>", "By &lt;b&gt;email");
	}

	@Test
	void speaksTheLanguageAskedForThenTheBrowsersThenThePersons() {
		ProfileId person = this.people.create(Map.of("language", "fr")).id();
		String path = this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email"), person);
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("lang=\"fr\"", "Comment vous contacter");
		assertThat(Browse.html(this.mvc.get().uri(path).header("Accept-Language", "en-GB").exchange()))
			.contains("<html dir=\"ltr\" lang=\"en\"");
		assertThat(Browse.html(this.mvc.get().uri(path + "?lang=fr").header("Accept-Language", "en-GB").exchange()))
			.contains("Comment vous contacter");
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "They said so")), Evidence.NONE.with("letter", "of today")));
	}

	private List<String> explicit(ProfileId person) {
		return this.says.of(person)
			.consents()
			.values()
			.stream()
			.filter((consent) -> consent.purpose().isMarketing())
			.map((consent) -> consent.purpose().key().replace("marketing.", "") + "=" + consent.choice().value())
			.toList();
	}

}
