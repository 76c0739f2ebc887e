package dev.sayso.landing.editor;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PublishPage;
import dev.sayso.person.People;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.Slug;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds what marketers and readers meet in the console's landing pages.
 */
@ProductTest
class LandingConsoleTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	PageManagement management;

	@Autowired
	PublishPage publishing;

	@Autowired
	PageVersions versions;

	@Autowired
	LandingPages pages;

	@Autowired
	People people;

	@Autowired
	Settings settings;

	private LandingPage page;

	@BeforeEach
	void page() {
		this.page = this.management.create("console-news", PageKind.ACQUISITION, "News <i>", PageSamples.complete(),
				People.OPERATOR);
	}

	@Test
	void everybodyReadsAndOnlyMarketersSeeButtons() {
		for (String path : new String[] { "", "/publication", "/versions", "/preview", "/preview?profile=nobody" }) {
			assertThat(this.mvc.get().uri(path(path)).with(SignIn.auditor())).hasStatusOk();
		}
		assertThat(this.mvc.get().uri(path("")).with(SignIn.auditor())).bodyText()
			.contains("News &lt;i&gt;")
			.doesNotContain("name=\"act\"", "Save the draft", "<i>", "Review and publish");
		assertThat(this.mvc.get().uri(path("")).with(SignIn.marketer())).bodyText()
			.contains("Save the draft", "Review and publish");
		assertThat(this.mvc.put().uri(path("")).with(SignIn.operator()).with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.put().uri(path("/publication")).with(SignIn.auditor()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aPageIsBegunFromATemplateAndItsNameMakesItsKey() {
		MvcTestResult made = this.mvc.post()
			.uri("/landing-pages")
			.param("template", "stop-everything")
			.param("name", "Arrêter tout, été")
			.param("in.fr", "on")
			.param("askFirst", "on")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
		assertThat(made).hasStatus3xxRedirection();
		LandingPage begun = this.pages.findBySlug("arreter-tout-ete").orElseThrow();
		assertThat(begun.kind()).isEqualTo(PageKind.DENYLIST);
		assertThat(begun.draft().languages()).containsExactly("fr");
		assertThat(begun.draft().behaviour().askFirst()).isTrue();
	}

	@Test
	void aPageShowsWhoAsksAsTheSettingsSayWhenItIsPublished() {
		organisation("Meridian Home", "https://meridian.example/privacy");
		LandingPage begun = begin("preferences", "Page of the house");
		assertThat(begun.draft().contact()).isEqualTo(PageContact.NONE);
		LandingPage published = this.publishing.publish(begun.id(), 0, People.OPERATOR);
		organisation("Meridian Group", "https://meridian.example/privacy-2");
		PageContent frozen = this.versions.find(begun.id(), 1).orElseThrow().content();
		assertThat(frozen.contact().organisation()).isEqualTo("Meridian Home");
		assertThat(frozen.texts().get("fr").privacyNotice()).isEqualTo("https://meridian.example/fr");
		assertThat(frozen.texts().get("nl").privacyNotice()).isEqualTo("https://meridian.example/privacy");
		assertThat(this.mvc.get().uri("/landing-pages/" + begun.id() + "/publication").with(SignIn.marketer()))
			.bodyText()
			.contains("Meridian Home", "Meridian Group", "Publish version 2");
		this.publishing.publish(begun.id(), published.version(), People.OPERATOR);
		assertThat(this.versions.find(begun.id(), 2).orElseThrow().content().contact().organisation())
			.isEqualTo("Meridian Group");
		LandingPage restored = this.management.restore(begun.id(), 2, People.OPERATOR);
		assertThat(restored.draft()).isEqualTo(begun.draft());
		assertThat(this.management.restore(begun.id(), 1, People.OPERATOR).draft().contact().organisation())
			.isEqualTo("Meridian Home");
	}

	@Test
	void aPageThatNamesWhoAsksKeepsThem() {
		organisation("Meridian Home", "https://meridian.example/privacy");
		this.publishing.publish(this.page.id(), 0, People.OPERATOR);
		PageContent frozen = this.versions.find(this.page.id(), 1).orElseThrow().content();
		assertThat(frozen).isEqualTo(this.page.draft());
		assertThat(frozen.contact().organisation()).isEqualTo("Shop");
	}

	private void organisation(String name, String notice) {
		new Organisation(name, "1 Quay\n1000 Brussels", "privacy@meridian.example", "+32 2 000 00 00", notice,
				Map.of("fr", "https://meridian.example/fr"))
			.set(this.settings);
	}

	@Test
	void aBlankPageHasNoWordsAndNoBoxes() {
		LandingPage begun = begin("blank", "From nothing");
		assertThat(begun.kind()).isEqualTo(PageKind.ACQUISITION);
		assertThat(begun.draft().boxes()).isEmpty();
		assertThat(begun.draft().texts()).hasSize(2)
			.allSatisfy((language, texts) -> assertThat(texts).isEqualTo(PageTexts.NONE));
		assertThat(this.mvc.get().uri("/landing-pages/" + begun.id() + "/publication").with(SignIn.marketer()))
			.hasStatusOk();
		assertThat(this.mvc.get().uri("/landing-pages/new").with(SignIn.marketer())).bodyText().contains("Blank page");
	}

	private LandingPage begin(String template, String name) {
		MvcTestResult made = this.mvc.post()
			.uri("/landing-pages")
			.param("template", template)
			.param("name", name)
			.param("in.fr", "on")
			.param("in.nl", "on")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
		assertThat(made).hasStatus3xxRedirection();
		return this.pages.findBySlug(Slug.from(name, List.of())).orElseThrow();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "up:sms | email,sms,call | sms,email,call | down-sms",
					"down:sms | email,sms,call | email,call,sms | up-sms",
					"down:email | email,sms,call | sms,email,call | down-email",
					"up:call | email,sms,call | email,call,sms | up-call",
					"remove:sms | email,sms,call | email,call | remove-call",
					"remove:call | email,sms,call | email,sms | remove-sms", "remove:sms | sms | '' | add-sms",
					"add:sms | email | email,sms | label-sms", "'' | email | email | ''" })
	void afterABoxWasMovedTheKeyboardGoesOnThere(String act, String before, String after, String focus) {
		assertThat(BoxOrder.focus(Map.of("act", act, "boxes", before), Map.of("boxes", after))).isEqualTo(focus);
	}

	@Test
	void aKeyThatIsTakenIsSaidAtItsField() {
		assertThat(this.mvc.post()
			.uri("/landing-pages")
			.param("template", "preferences")
			.param("name", "Other name")
			.param("slug", "console-news")
			.param("in.en", "on")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another page has this key", "f-slug-error", "Other name");
	}

	@Test
	void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
		assertThat(save(Map.of("email", "nobody", "title.fr", "Bonjour <b>"), 0))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-email-error", "value=\"nobody\"", "Bonjour &lt;b&gt;");
		assertThat(this.pages.get(this.page.id().toString())).isEqualTo(this.page);
	}

	@Test
	void aStaleSaveShowsBothVersions() {
		this.management.edit(this.page.id(), 0, "Theirs", this.page.draft(), People.OPERATOR);
		assertThat(save(Map.of("name", "Yours"), 0)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Theirs", "Yours");
		assertThat(save(Map.of("name", "Yours"), 1)).hasStatus3xxRedirection();
		assertThat(this.pages.get(this.page.id().toString()).name()).isEqualTo("Yours");
	}

	@Test
	void boxesAreAddedMovedAndRemovedByTheirButtons() {
		save(Map.of("act", "add:any"), 0);
		save(Map.of("act", "up:sms", "boxes", "any,email,sms", "meaning.any", "do-not-contact"), 1);
		save(Map.of("act", "remove:email", "boxes", "any,sms,email", "meaning.any", "do-not-contact"), 2);
		LandingPage saved = this.pages.get(this.page.id().toString());
		assertThat(saved.draft().boxes()).containsExactly(new PageBox("any", BoxMeaning.DO_NOT_CONTACT),
				new PageBox("sms", BoxMeaning.IN_OR_OUT));
		assertThat(saved.draft().block("box-any").orElseThrow().text("fr").label()).isNotBlank();
	}

	@Test
	void aBoxAboutAUseComesWithItsWordsAndShowsAmongWhatDiffers() {
		publish(0);
		save(Map.of("act", "add:personalize.content"), 1);
		LandingPage saved = this.pages.get(this.page.id().toString());
		assertThat(saved.draft().boxes()).contains(new PageBox("personalize.content", BoxMeaning.IN_OR_OUT));
		assertThat(saved.draft().block("box-personalize-content").orElseThrow().text("fr").label())
			.startsWith("Utiliser ce que vous savez");
		assertThat(this.mvc.get().uri(path("?language=en")).with(SignIn.marketer())).bodyText()
			.contains("f-label-personalize-content-en", "Use what you know about me", "add:modeling",
					"A tick allows this, no tick stops it.")
			.doesNotContain("add:personalize.content");
		assertThat(this.mvc.get().uri(path("/publication")).with(SignIn.marketer())).bodyText()
			.contains("Personalize content: Label (French)", "Personalize content: Meaning",
					"E-mail, SMS, Personalize content")
			.doesNotContain("??landing", "??purpose");
		assertThat(this.mvc.get().uri(path("/preview?profile=yes&language=en")).with(SignIn.marketer())).bodyText()
			.contains("name=\"purpose.personalize.content\"", "Your data");
	}

	@Test
	void aPageThatAsksForNoesBeginsABoxAboutAUseAsOne() {
		save(Map.of("boxes", "email", "meaning.email", "do-not-contact"), 0);
		save(Map.of("act", "add:modeling"), 1);
		LandingPage saved = this.pages.get(this.page.id().toString());
		assertThat(saved.draft().boxes()).containsExactly(new PageBox("email", BoxMeaning.DO_NOT_CONTACT),
				new PageBox("modeling", BoxMeaning.DO_NOT_CONTACT));
		assertThat(saved.draft().block("box-modeling").orElseThrow().text("en").label()).startsWith("Do not learn");
	}

	@Test
	void aLanguageThatIsNewToAPageAboutUsesBeginsWithWordsAboutThem() {
		save(Map.of("act", "add:modeling"), 0);
		save(Map.of("boxes", "modeling"), 1);
		save(Map.of("in.nl", "on"), 2);
		PageContent draft = this.pages.get(this.page.id().toString()).draft();
		assertThat(draft.in("nl").title()).isEqualTo("Wat mogen we gebruiken?");
		assertThat(draft.block("box-modeling").orElseThrow().text("nl").label()).startsWith("Uit wat ik open en kies");
	}

	@Test
	void whatIsTypedIsPreviewedAndNotSaved() {
		assertThat(this.mvc.put()
			.uri(path("/preview"))
			.params(values(Map.of("title.en", "Typed just now", "shown", "en")))
			.with(SignIn.marketer())
			.with(csrf())).hasStatusOk().bodyText().contains("Typed just now");
		assertThat(this.pages.get(this.page.id().toString())).isEqualTo(this.page);
	}

	@Test
	void aPageWithSomethingToFixIsNotPublished() {
		save(Map.of("organisation", ""), 0);
		assertThat(publish(1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("The page does not say who is asking");
		save(Map.of("organisation", "Shop"), 1);
		assertThat(publish(1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(publish(2)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/p/console-news")).hasStatusOk();
	}

	@Test
	void aVersionThatOpensNextWeekLeavesTheLivePageAndIsSaidWithWhen() {
		publish(0);
		save(Map.of("title.en", "The new page", "from", LocalDateTime.now().plusDays(7).withNano(0).toString()), 1);
		assertThat(this.mvc.get().uri(path("/publication")).with(SignIn.marketer())).bodyText()
			.contains("Until the draft opens, recipients see what they see now");
		MvcTestResult published = publish(2);
		assertThat(published).hasStatus3xxRedirection()
			.flash()
			.hasEntrySatisfying("flash",
					(flash) -> assertThat(flash).extracting("code").isEqualTo("landing.published.later"));
		assertThat(this.mvc.get().uri("/p/console-news?lang=en")).hasStatusOk()
			.bodyText()
			.contains("Title en")
			.doesNotContain("The new page");
		for (String path : new String[] { "/landing-pages", path(""), path("/publication"), path("/versions") }) {
			assertThat(this.mvc.get().uri(path).with(SignIn.marketer())).bodyText()
				.contains("Published, version 1", "Version 2 opens on");
		}
	}

	@Test
	void theLinkOfAPageThatNeverOpenedIsHandedOutBeforehand() {
		save(Map.of("from", LocalDateTime.now().plusDays(7).withNano(0).toString()), 0);
		publish(1);
		assertThat(this.mvc.get().uri("/p/console-news?lang=en")).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("This page opens on");
		for (String path : new String[] { "/landing-pages", path("/publication") }) {
			assertThat(this.mvc.get().uri(path).with(SignIn.marketer())).bodyText()
				.contains("Version 1 opens on", "http://localhost/p/console-news")
				.doesNotContain("Scheduled, version", "Published, version");
		}
		ProfileId person = this.people.somebody();
		assertThat(this.mvc.get().uri("/profiles/" + person + "/links").with(SignIn.operator())).bodyText()
			.contains("/p/console-news/", "Opens")
			.doesNotContain("Closed, still stops contact");
	}

	@Test
	void aDraftIsDeletedAndAPublishedPageIsNot() {
		publish(0);
		assertThat(this.mvc.delete().uri(path("")).with(SignIn.marketer()).with(csrf())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.get().uri("/landing-pages/no-such-page").with(SignIn.marketer()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult publish(int version) {
		return this.mvc.put()
			.uri(path("/publication"))
			.param("version", Integer.toString(version))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult save(Map<String, String> typed, int version) {
		Map<String, String> all = new HashMap<>(typed);
		all.put("version", Integer.toString(version));
		return this.mvc.put().uri(path("")).params(values(all)).with(SignIn.marketer()).with(csrf()).exchange();
	}

	private org.springframework.util.MultiValueMap<String, String> values(Map<String, String> typed) {
		LandingPage now = this.pages.get(this.page.id().toString());
		Map<String, String> parts = new HashMap<>(PlainParts.of(now.name(), PlainPage.of(now.draft())));
		parts.putAll(typed);
		parts.values().removeIf(String::isEmpty);
		return org.springframework.util.MultiValueMap.fromSingleValue(parts);
	}

	private String path(String rest) {
		return "/landing-pages/" + this.page.id() + rest;
	}

}
