package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;

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
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
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
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what somebody counts on who says on a page what may be done with what is known of
 * them.
 */
@ProductTest
class UsesPageTests {

	private static final String PERSONALIZE = "purpose.personalize.content";

	private static final String LEARN = "purpose.modeling";

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
	PendingOptIns pending;

	@Autowired
	RecordSay record;

	@Autowired
	VisitorLimits limits;

	@Autowired
	PublishedPages publishedPages;

	@BeforeEach
	void forgetEarlierVisitors() {
		this.limits.forget();
	}

	@Test
	void aTickConsentsAndItsAbsenceRefusesWithTheWordsAsProof() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.YES);
		say(person, Purpose.MODELING, Choice.LEGITIMATE_INTEREST);
		Browse.Opened form = Browse.open(this.mvc, link(person, BoxMeaning.IN_OR_OUT));
		assertThat(form.form()).doesNotContainKeys(PERSONALIZE, LEARN);
		MvcTestResult sent = Browse.send(this.mvc, form.tick(PERSONALIZE));
		assertThat(sent).hasStatus(303);
		assertThat(explicit(person)).containsExactlyInAnyOrder("marketing.email=y", "personalize.content=y",
				"modeling=n");
		LedgerEntry entry = entry(person, "personalize.content");
		assertThat(entry.own()).isTrue();
		assertThat(entry.evidence().facts()).containsEntry("reachedBy", "personal")
			.extractingByKey("wording")
			.asString()
			.contains(PERSONALIZE, "By <b>personalize.content", "in-or-out", "ticked=true");
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("Personalized content", "Since", ">On<",
				"Learned rankings", "Since", ">Off<", "Undo");
		Browse.Opened again = Browse.open(this.mvc, form.path());
		assertThat(again.form()).containsKey(PERSONALIZE).doesNotContainKey(LEARN);
		Browse.send(this.mvc, again.untick(PERSONALIZE));
		assertThat(explicit(person)).containsExactlyInAnyOrder("marketing.email=y", "personalize.content=n",
				"modeling=n");
	}

	@Test
	void eachMeaningSaysWhatItMeans() {
		ProfileId person = this.people.somebody();
		Browse.send(this.mvc, Browse.open(this.mvc, link(person, BoxMeaning.CONTACT_ME)));
		assertThat(explicit(person)).isEmpty();
		Browse.send(this.mvc, Browse.open(this.mvc, link(person, BoxMeaning.CONTACT_ME)).tick(LEARN));
		assertThat(explicit(person)).containsExactly("modeling=y");
		Browse.send(this.mvc, Browse.open(this.mvc, link(person, BoxMeaning.DO_NOT_CONTACT)).tick(LEARN));
		assertThat(explicit(person)).containsExactly("modeling=n");
		Browse.send(this.mvc, Browse.open(this.mvc, link(person, BoxMeaning.DO_NOT_CONTACT)).untick(LEARN));
		assertThat(explicit(person)).containsExactly("modeling=u");
	}

	@Test
	void undoPutsBackWhatWasSaidBefore() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		String path = link(person, BoxMeaning.IN_OR_OUT);
		String result = Browse.where(Browse.send(this.mvc, Browse.open(this.mvc, path).untick(PERSONALIZE)));
		assertThat(explicit(person)).containsExactly("personalize.content=n");
		assertThat(this.mvc.post().uri(result.replaceAll("\\?.*", "") + "/undo")).hasStatus(303);
		assertThat(explicit(person)).containsExactly("personalize.content=y");
		assertThat(Browse.html(this.mvc.get().uri(result).exchange())).contains("Everything is back as it was");
	}

	@Test
	void aNoSaidMeanwhileIsNotLiftedUnseen() {
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc, link(person, BoxMeaning.IN_OR_OUT));
		say(person, Purpose.PERSONALIZE_CONTENT, Choice.NO);
		MvcTestResult sent = Browse.send(this.mvc, form.tick(PERSONALIZE));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("href=\"#b-purpose-personalize-content\"");
		assertThat(explicit(person)).containsExactly("personalize.content=n");
	}

	@Test
	void whoStopsAllContactMayStillHaveWhatTheySeeFit() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.publish(PageKind.ACQUISITION,
				List.of(new PageBox(PageBox.ANY, BoxMeaning.DO_NOT_CONTACT),
						new PageBox("personalize.content", BoxMeaning.CONTACT_ME)),
				false);
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).tick("channel.any").tick(PERSONALIZE));
		assertThat(explicit(person)).containsExactly("marketing.any=n", "personalize.content=y");
	}

	@Test
	void channelsAndUsesStandUnderLegendsOfTheirOwn() {
		ProfileId person = this.people.somebody();
		String mixed = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "modeling", "email"), person);
		assertThat(html(mixed, "en")).containsSubsequence("<legend>By</legend>", "channel.email",
				"<legend>Your data</legend>", LEARN);
		assertThat(html(link(person, BoxMeaning.IN_OR_OUT), "en")).contains("<legend>By</legend>")
			.doesNotContain("Your data");
	}

	@Test
	void aReaderOfFrenchReadsFrench() {
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc, link(person, BoxMeaning.IN_OR_OUT)).tick(PERSONALIZE);
		String result = Browse.where(Browse.send(this.mvc, form)).replaceAll("\\?.*", "?lang=fr");
		assertThat(html(result, "fr")).contains("Contenu personnalisé", "Classements appris", "Activé",
				"Vous n’avez rien dit");
	}

	@Test
	void ofAKnownPersonAVisitorsNoAppliesAndAYesWaits() {
		ProfileId oldest = this.people.create(Map.of("email", "uses@verel.example")).id();
		ProfileId sharer = this.people.create(Map.of("email", "USES@verel.example")).id();
		say(oldest, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		send(BoxMeaning.DO_NOT_CONTACT, "uses@verel.example", PERSONALIZE);
		assertThat(explicit(oldest)).containsExactly("personalize.content=n");
		assertThat(explicit(sharer)).containsExactly("personalize.content=n");
		assertThat(entry(sharer, "personalize.content").own()).isFalse();
		send(BoxMeaning.IN_OR_OUT, "uses@verel.example", PERSONALIZE);
		assertThat(explicit(oldest)).containsExactly("personalize.content=n");
		assertThat(this.pending.list(oldest)).extracting((optIn) -> optIn.purpose().key())
			.containsExactly("personalize.content");
		send(BoxMeaning.IN_OR_OUT, "uses@verel.example");
		assertThat(explicit(oldest)).containsExactly("personalize.content=n");
	}

	@Test
	void ofSomebodyUnknownWhatTheyTickWaitsAndTheRestIsNo() {
		send(BoxMeaning.IN_OR_OUT, "new-uses@verel.example", PERSONALIZE);
		ProfileId person = this.owners.find(People.details(Map.of("email", "new-uses@verel.example"))).get(0);
		assertThat(explicit(person)).containsExactly("personalize.content=p", "modeling=dn");
		String path = link(person, BoxMeaning.IN_OR_OUT);
		assertThat(html(path, "en")).contains("Waiting for your confirmation");
		assertThat(Browse.open(this.mvc, path).form()).doesNotContainKey(PERSONALIZE);
	}

	@Test
	void aDenylistPageIsAboutContactAlone() {
		ProfileId person = this.people.somebody();
		say(person, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		this.pages.form(BoxMeaning.IN_OR_OUT, "personalize.content");
		LandingPage choices = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		this.publishedPages.forget(choices.slug());
		String path = this.pages.link(this.pages.denylist(true), person);
		assertThat(html(path, "en")).doesNotContain("purpose.").contains("/p/" + choices.slug() + "/");
		Browse.send(this.mvc, Browse.open(this.mvc, path).tick(LEARN));
		assertThat(explicit(person)).containsExactly("marketing.any=n", "personalize.content=y");
	}

	private String link(ProfileId person, BoxMeaning meaning) {
		return this.pages.link(this.pages.form(meaning, "personalize.content", "modeling"), person);
	}

	private void send(BoxMeaning meaning, String email, String... ticked) {
		LandingPage page = this.pages.form(meaning, "personalize.content", "modeling");
		Browse.Opened form = this.pages.visit(this.mvc, page, email);
		List.of(ticked).forEach(form::tick);
		assertThat(Browse.send(this.mvc, form)).hasStatus(303);
	}

	private String html(String path, String language) {
		return Browse.html(this.mvc.get().uri(path).header("Accept-Language", language).exchange());
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "They said so")), Evidence.NONE.with("letter", "of today")));
	}

	private LedgerEntry entry(ProfileId person, String purpose) {
		return this.ledger.list(person, null, 10)
			.stream()
			.filter((entry) -> entry.purpose().equals(purpose))
			.findFirst()
			.orElseThrow();
	}

	private List<String> explicit(ProfileId person) {
		return this.says.find(person)
			.consents()
			.values()
			.stream()
			.map((consent) -> consent.purpose().key() + "=" + consent.choice().value())
			.toList();
	}

}
