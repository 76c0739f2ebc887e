package dev.sayso.landing.visit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishedPages;
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
	PublishedPages publishedPages;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	LinkToken tokens;

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
		var entry = this.ledger.list(person, null, 10).get(0);
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
		assertThat(Browse.html(sent)).contains("This has changed since you opened the page", "value=\"Zoë\"",
				"We have taken your no: SMS.");
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
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
		assertThat(Browse.html(this.mvc.get().uri(result).exchange())).contains("but for what was changed since")
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
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("opening", "automatic");
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
		String elsewhere = this.pages.link(page, person).replace(page.slug(), this.pages.denylist(true).slug());
		this.publishedPages.forget(page.slug());
		String unknown = Browse.html(this.mvc.get().uri("/p/nowhere").exchange());
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
		assertThat(Browse.html(this.mvc.get().uri("/p/" + page.slug()).exchange()))
			.contains("takes no sign-ups any more", "Stop all contact");
		MvcTestResult refused = Browse.send(this.mvc, Browse.open(this.mvc, path).tick("channel.email"));
		assertThat(refused).hasStatus(422);
		assertThat(Browse.html(refused)).contains("no longer takes sign-ups", "We have taken your no: SMS.");
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, path))).hasStatus(303);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
		LandingPage noStop = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		this.pages.taken(noStop);
		MvcTestResult gone = this.mvc.get().uri("/p/" + noStop.slug()).exchange();
		assertThat(gone).hasStatus(410);
		assertThat(Browse.html(gone)).contains("This has <strong>ended</strong>");
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
		assertThat(this.mvc.post().uri(path).content("x".repeat(300_000))).hasStatus(413);
		assertThat(this.mvc.post()
			.uri(path)
			.contentType("application/x-www-form-urlencoded")
			.content("opening=x&channel.email=on&x=" + "x".repeat(300_000))).hasStatus(413);
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
		assertThat(this.says.find(person).explicit(Purpose.SHARE)).isEqualTo(Choice.NO);
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("gpc", true);
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
	void speaksTheLanguageAskedForThenThePersonsThenTheBrowsers() {
		ProfileId person = this.people.create(Map.of("language", "fr")).id();
		String path = this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email"), person);
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("lang=\"fr\"", "Comment vous contacter");
		assertThat(Browse.html(this.mvc.get().uri(path).header("Accept-Language", "en-GB").exchange()))
			.contains("Comment vous contacter");
		assertThat(Browse.html(this.mvc.get().uri(path + "?lang=en").header("Accept-Language", "fr").exchange()))
			.contains("<html dir=\"ltr\" lang=\"en\"");
		ProfileId german = this.people.create(Map.of("language", "de")).id();
		String other = path.substring(0, path.lastIndexOf('/')) + "/" + token(path, german);
		assertThat(Browse.html(this.mvc.get().uri(other).header("Accept-Language", "fr").exchange()))
			.contains("Comment vous contacter");
	}

	private String token(String path, ProfileId person) {
		LinkToken.Link link = this.tokens.link(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
		return this.tokens.write(new LinkToken.Link(person, link.page(), link.maker(), link.message()));
	}

	@Test
	void whoGoesBackAndChangesTheirMindIsHeardEachTime() {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person));
		MvcTestResult on = Browse.send(this.mvc, kept.tick("channel.email"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=n");
		MvcTestResult off = Browse.send(this.mvc, kept.untick("channel.email").tick("channel.sms"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=y");
		assertThat(Browse.where(off)).isNotEqualTo(Browse.where(on));
		assertThat(Browse.follow(this.mvc, off)).containsSubsequence("E-mail", ">Off<", "SMS", ">On<");
		MvcTestResult again = Browse.send(this.mvc, kept.tick("channel.email").untick("channel.sms"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=n");
		assertThat(Browse.where(Browse.send(this.mvc, kept))).isEqualTo(Browse.where(again));
		assertThat(this.ledger.count(person)).isEqualTo(6);
	}

	@Test
	void aNoOfOthersSinceIsNotLiftedByAFormSentAgain() {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms"), person));
		Browse.send(this.mvc, kept.tick("channel.email"));
		say(person, Purpose.MARKETING_SMS, Choice.NO);
		assertThat(Browse.send(this.mvc, kept.tick("channel.sms"))).hasStatus(422);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=n");
	}

	@Test
	void aFormWhoseNoWasUndoneMeanwhileIsNotJoined() {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms"), person));
		String first = Browse.where(Browse.send(this.mvc, kept.tick("channel.email")));
		String second = Browse.where(Browse.send(this.mvc, kept.tick("channel.sms")));
		this.mvc.post().uri(first.replaceFirst("\\?.*", "/undo")).exchange();
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isNotEqualTo(Choice.NO);
		String third = Browse.where(Browse.send(this.mvc, kept));
		assertThat(third).isNotEqualTo(second);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
		assertThat(Browse.where(Browse.send(this.mvc, kept))).isEqualTo(third);
	}

	@Test
	void undoIsOfferedAndSaidOfWhatIsStillThereToUndo() {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms"), person));
		String first = Browse.where(Browse.send(this.mvc, kept.tick("channel.email")));
		assertThat(result(first)).contains(">Undo<", "Undo puts everything back");
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		say(person, Purpose.MARKETING_EMAIL, Choice.YES);
		assertThat(result(first)).contains("there is nothing left to undo").doesNotContain(">Undo<");
		this.mvc.post().uri(first.replaceFirst("\\?.*", "/undo")).exchange();
		assertThat(result(first)).contains("there is nothing left to undo").doesNotContain("as it was", "undone what");
		assertThat(explicit(person)).containsExactly("email=y");
		String both = Browse
			.where(Browse.send(this.mvc, Browse.open(this.mvc, kept.path()).tick("channel.email").tick("channel.sms")));
		say(person, Purpose.MARKETING_SMS, Choice.YES);
		assertThat(result(both)).contains(">Undo<", "puts back what nobody has changed since");
		this.mvc.post().uri(both.replaceFirst("\\?.*", "/undo")).exchange();
		assertThat(result(both)).contains("but for what was changed since")
			.doesNotContain("Everything is back", ">Undo<");
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=y");
	}

	private String result(String path) {
		return Browse.html(this.mvc.get().uri(path).exchange());
	}

	@Test
	void whatSomebodyStoppedWhoSharesTheAddressIsNotCalledOn() {
		ProfileId person = this.people.create(Map.of("email", "us@verel.example", "mobile", "+32470123477")).id();
		ProfileId twin = this.people.create(Map.of("email", "US@verel.example", "firstName", "Ferdinand")).id();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person));
		say(twin, Purpose.MARKETING_EMAIL, Choice.NO);
		String result = Browse.follow(this.mvc, Browse.send(this.mvc, kept.tick("channel.email").tick("channel.sms")));
		assertThat(result)
			.containsSubsequence("E-mail", "Nothing will come to this address as long as someone who shares it",
					"Stopped at this address", "SMS", ">On<")
			.doesNotContain("Ferdinand");
		assertThat(result.indexOf(">On<")).isEqualTo(result.lastIndexOf(">On<"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=y");
		say(twin, Purpose.MARKETING_EMAIL, Choice.UNKNOWN);
		assertThat(Browse.follow(this.mvc, Browse.send(this.mvc, kept))).doesNotContain("Nothing will come");
	}

	@Test
	void aNoThatIsLeftTickedIsSaidWhereSomebodyLiftedItMeanwhile() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		say(person, Purpose.MARKETING_CALL, Choice.NO);
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms", "call"), person));
		assertThat(kept.form()).containsKeys("channel.email", "channel.call").doesNotContainKey("channel.sms");
		say(person, Purpose.MARKETING_EMAIL, Choice.UNKNOWN);
		say(person, Purpose.MARKETING_CALL, Choice.YES);
		assertThat(Browse.follow(this.mvc, Browse.send(this.mvc, kept))).doesNotContain("Nothing has changed");
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "call=n");
		assertThat(this.says.find(person).get(Purpose.MARKETING_CALL).orElseThrow().own()).isTrue();
		long written = this.ledger.count(person);
		Browse.send(this.mvc, kept);
		assertThat(this.ledger.count(person)).isEqualTo((int) written);
	}

	@Test
	void whatWasUndoneIsSaidAnewByTheButtonAndNotByThePage() {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc, this.pages.link(this.pages.denylist(false), person));
		MvcTestResult sent = Browse.send(this.mvc, kept.with("automatic", "on"));
		this.mvc.post().uri(Browse.where(sent).replaceAll("\\?.*", "") + "/undo").exchange();
		assertThat(Browse.where(Browse.send(this.mvc, kept))).isEqualTo(Browse.where(sent));
		assertThat(explicit(person)).containsExactly("any=u");
		assertThat(Browse.where(Browse.send(this.mvc, kept.with("automatic", "")))).isNotEqualTo(Browse.where(sent));
		assertThat(explicit(person)).containsExactly("any=n");
	}

	@Test
	void twoThatAreSentAtOnceAreOneFormOnlyWhereTheySayTheSame() throws Exception {
		ProfileId person = this.people.somebody();
		Browse.Opened kept = Browse.open(this.mvc,
				this.pages.link(this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms", "call"), person));
		Browse.Opened email = new Browse.Opened(kept.path(), new LinkedHashMap<>(kept.form())).tick("channel.email");
		Browse.Opened sms = new Browse.Opened(kept.path(), new LinkedHashMap<>(kept.form())).tick("channel.sms");
		List<Callable<String>> sends = new ArrayList<>();
		for (int time = 0; time < 4; time++) {
			sends.add(() -> Browse.where(Browse.send(this.mvc, email)));
			sends.add(() -> Browse.where(Browse.send(this.mvc, email)));
		}
		ExecutorService senders = Executors.newFixedThreadPool(8);
		try {
			assertThat(senders.invokeAll(sends).stream().map(PersonalPageTests::get).distinct()).hasSize(1);
			assertThat(this.jdbc.queryForObject("select count(*) from submission", Integer.class)).isOne();
			senders.invokeAll(List.of(() -> Browse.send(this.mvc, sms),
					() -> Browse.send(this.mvc, new Browse.Opened(kept.path(), kept.form()).tick("channel.call"))));
		}
		finally {
			senders.shutdownNow();
		}
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=y", "call=y");
		assertThat(this.jdbc.queryForList("select number from submission order by number", Integer.class))
			.containsExactly(1, 2, 3);
	}

	private static <T> T get(Future<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void aNoIsTakenWhateverElseIsWrong() {
		ProfileId person = this.people.create(Map.of("email", "noor@telenet.example")).id();
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms");
		MvcTestResult sent = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).tick("channel.sms").with("field.email", "nope"));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).containsSubsequence("We have taken your no: SMS.", "E-mail address: This is not",
				"value=\"nope\"");
		assertThat(explicit(person)).containsExactly("sms=n");
		Browse.Opened fixed = Browse.form(Browse.html(sent),
				Browse.open(this.mvc, this.pages.link(page, person)).path());
		assertThat(Browse.send(this.mvc, fixed.with("field.email", "noor@verel.example"))).hasStatus(303);
		assertThat(explicit(person)).containsExactly("sms=n");
	}

	@Test
	void oneButtonStopsEverything() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.YES);
		String path = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person);
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("name=\"stop\"");
		MvcTestResult sent = Browse.send(this.mvc, Browse.open(this.mvc, path).with("stop", "on"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("any=n", "email=y");
		assertThat(Browse.follow(this.mvc, sent)).contains("We will no longer contact you", ">Off<")
			.doesNotContain(">On<");
	}

	@Test
	void aServiceForMailStopsWhatThePageOffersInOneClick() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms", "personalize.content");
		String path = this.pages.link(page, person);
		for (int time = 0; time < 2; time++) {
			assertThat(this.mvc.post().uri(path).param("List-Unsubscribe", "One-Click").param("channel.email", "on"))
				.hasStatusOk()
				.doesNotContainHeader("Set-Cookie")
				.doesNotContainHeader("Location");
		}
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
		assertThat(this.ledger.count(person)).isEqualTo(2);
		assertThat(this.jdbc.queryForObject("select count(*) from submission", Integer.class)).isOne();
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("opening", "one-click")
			.doesNotContainKey("wording");
		ProfileId other = this.people.somebody();
		LandingPage stop = this.pages.denylist(true);
		this.pages.taken(stop);
		assertThat(this.mvc.post()
			.uri(this.pages.link(stop, other))
			.multipart()
			.file("List-Unsubscribe", "One-Click".getBytes(StandardCharsets.UTF_8))
			.param("List-Unsubscribe", "One-Click")).hasStatusOk();
		assertThat(explicit(other)).containsExactly("any=n");
	}

	@Test
	void whatWaitsIsLeftAloneOrStopped() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.PENDING);
		String path = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"), person);
		assertThat(Browse.html(this.mvc.get().uri(path).exchange())).contains("No, stop this");
		Browse.send(this.mvc, Browse.open(this.mvc, path));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=p", "sms=n");
		Browse.send(this.mvc, Browse.open(this.mvc, path).with("stop.channel.email", "on"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=n");
	}

	@Test
	void whatNobodySaidReadsSoAfterUndo() {
		ProfileId person = this.people.somebody();
		String path = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), person);
		String result = Browse.where(Browse.send(this.mvc, Browse.open(this.mvc, path).tick("channel.email")));
		this.mvc.post().uri(result.replaceAll("\\?.*", "") + "/undo").exchange();
		assertThat(Browse.html(this.mvc.get().uri(result).exchange())).contains("You have not told us")
			.doesNotContain(">On<");
	}

	@Test
	void aPageThatIsNotOpenYetSaysWhenItOpens() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.opening(BoxMeaning.IN_OR_OUT, "email");
		MvcTestResult early = this.mvc.get().uri("/p/" + page.slug()).header("Accept-Language", "en").exchange();
		assertThat(early).hasStatus(404);
		assertThat(Browse.html(early)).contains("How may we", "This page opens on");
		assertThat(this.mvc.get().uri("/p/" + this.pages.opening(BoxMeaning.CONTACT_ME, "email").slug()))
			.hasStatus(404);
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)))).hasStatus(303);
		assertThat(explicit(person)).containsExactly("email=n");
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
			.filter((consent) -> consent.purpose().isMarketing())
			.map((consent) -> consent.purpose().key().replace("marketing.", "") + "=" + consent.choice().value())
			.toList();
	}

}
