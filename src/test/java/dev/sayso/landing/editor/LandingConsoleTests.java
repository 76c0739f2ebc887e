package dev.sayso.landing.editor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.PublishPage;
import dev.sayso.landing.theme.ThemeSamples;
import dev.sayso.landing.theme.Themes;
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
	Themes themes;

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
		for (String path : new String[] { "", "?block=intro", "/settings", "/publication", "/versions", "/preview",
				"/preview?profile=nobody" }) {
			assertThat(this.mvc.get().uri(path(path)).with(SignIn.auditor())).hasStatusOk();
		}
		assertThat(this.mvc.get().uri(path("")).with(SignIn.auditor())).bodyText()
			.contains("News &lt;i&gt;")
			.doesNotContain("name=\"act\"", "Add a block", "<i>", "Review and publish");
		assertThat(this.mvc.get().uri(path("")).with(SignIn.marketer())).bodyText()
			.contains("Add a block", "Review and publish");
		assertThat(this.mvc.put().uri(path("/blocks")).with(SignIn.operator()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.put().uri(path("/publication")).with(SignIn.auditor()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aPageIsBegunFromATemplateAndItsNameMakesItsKey() {
		MvcTestResult made = this.mvc.post()
			.uri("/landing-pages")
			.param("template", "stop-everything")
			.param("name", "Arrêter tout, été")
			.param("languages", "fr")
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
	void theDraftThatStoodIsKeptAsACopyWhenAVersionIsRestored() {
		this.publishing.publish(this.page.id(), 0, People.OPERATOR);
		PageContent draft = this.page.draft().withConstants(Map.of("source", "fair"));
		LandingPage changed = this.management.edit(this.page.id(), 1, "News <i>", draft, People.OPERATOR);
		assertThat(this.mvc.get().uri(path("/versions/1")).with(SignIn.marketer())).bodyText()
			.contains("Keep the present draft as a page of its own: News &lt;i&gt; (draft)");
		assertThat(this.mvc.post()
			.uri(path("/versions/1/restoration"))
			.param("keep", "News (draft)")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.pages.get(changed.id().toString()).draft()).isEqualTo(this.page.draft());
		LandingPage kept = this.pages.findBySlug("console-news-draft").orElseThrow();
		assertThat(kept.draft()).isEqualTo(draft);
		assertThat(kept.name()).isEqualTo("News (draft)");
		assertThat(this.mvc.post().uri(path("/versions/1/restoration")).with(SignIn.marketer()).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.pages.findBySlug("console-news-draft-2")).isEmpty();
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

	@ParameterizedTest
	@EnumSource(value = PageTemplate.class, mode = EnumSource.Mode.EXCLUDE, names = "BLANK")
	void eachTemplateCanBePublishedUntouched(PageTemplate template) {
		organisation("Meridian Home", "https://meridian.example/privacy");
		LandingPage begun = begin(template.key(), "From " + template.key());
		assertThat(begun.kind()).isEqualTo(template.kind());
		assertThat(this.mvc.put()
			.uri("/landing-pages/" + begun.id() + "/publication")
			.param("version", "0")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.pages.get(begun.id().toString()).published()).isEqualTo(1);
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
			.param("languages", "fr", "nl")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
		assertThat(made).hasStatus3xxRedirection();
		return this.pages.findBySlug(Slug.from(name, List.of())).orElseThrow();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "up:box-sms | up-box-sms", "down:box-email | down-box-email",
			"up:box-email | up-box-email", "down:button | up-button", "remove:box-sms | open-button" })
	void afterABlockWasMovedTheKeyboardGoesOnThere(String act, String focus) {
		assertThat(order(act)).hasStatus3xxRedirection()
			.flash()
			.hasEntrySatisfying("focus", (value) -> assertThat(value).isEqualTo(focus));
	}

	@Test
	void aKeyThatIsTakenIsSaidAtItsField() {
		assertThat(this.mvc.post()
			.uri("/landing-pages")
			.param("template", "preferences")
			.param("name", "Other name")
			.param("slug", "console-news")
			.param("languages", "en")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another page has this key", "f-slug-error", "Other name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "links", "changes", "confirmations", "receipts" })
	void aKeyThatStandsForSomethingElseIsSaidAtItsField(String word) {
		assertThat(this.mvc.post()
			.uri("/landing-pages")
			.param("template", "preferences")
			.param("name", "Other name")
			.param("slug", word)
			.param("languages", "en")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Public addresses have this word for something else.", "f-slug-error");
	}

	@Test
	void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
		assertThat(settings(Map.of("email", "nobody", "texts[1].resultTitle", "Merci <b>")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-email-error", "value=\"nobody\"", "Merci &lt;b&gt;");
		assertThat(block("box-email", "en", Map.of("wording", "x".repeat(201))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-wording-error", "x".repeat(201));
		assertThat(now()).isEqualTo(this.page);
	}

	@Test
	void twoPeopleEditDifferentBlocksAndTheSameBlockShowsBothVersions() {
		String seen = seen("intro", "en");
		assertThat(block("box-email", "en", Map.of("wording", "By e-mail"))).hasStatus3xxRedirection();
		assertThat(block("intro", "en", Map.of("seen", seen, "wording", "Yours"))).hasStatus3xxRedirection();
		assertThat(block("intro", "en", Map.of("seen", seen, "wording", "Later"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Yours", "Later", "name=\"seen\" value=\"" + seen("intro", "en"));
		assertThat(now().draft().block("intro").orElseThrow().text("en").label()).isEqualTo("Yours");
		assertThat(now().draft().block("box-email").orElseThrow().text("en").label()).isEqualTo("By e-mail");
		assertThat(settings(Map.of("seen", "before", "name", "Mine"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("saved these settings while you were editing", "Mine");
	}

	@Test
	void blocksAreAddedMovedDuplicatedAndRemovedByTheirButtons() {
		add("channel");
		assertThat(order("up:box-sms")).hasStatus3xxRedirection();
		assertThat(order("remove:box-email")).hasStatus3xxRedirection();
		assertThat(order("copy:intro")).hasStatus3xxRedirection();
		PageContent draft = now().draft();
		assertThat(draft.boxes()).hasSize(2).contains(new PageBox("sms", BoxMeaning.IN_OR_OUT));
		PageBlock added = draft.blocks(PageBlock.Type.CHANNEL)
			.stream()
			.filter((block) -> !block.about().equals("sms"))
			.findFirst()
			.orElseThrow();
		assertThat(added.about()).isNotEqualTo("email");
		assertThat(added.text("fr").label()).isNotBlank();
		assertThat(draft.blocks(PageBlock.Type.TEXT)).hasSize(2)
			.extracting((text) -> text.text("en").label())
			.containsOnly("Intro en");
		assertThat(draft.blocks().get(draft.blocks().size() - 1).type()).isEqualTo(PageBlock.Type.BUTTON);
	}

	@Test
	void aBlockIsDraggedInFrontOfAnother() {
		assertThat(put("/blocks", Map.of("moved", "button", "before", "intro"))).hasStatus3xxRedirection();
		assertThat(now().draft().blocks().get(0).id()).isEqualTo("button");
		assertThat(put("/blocks", Map.of("moved", "button", "before", ""))).hasStatus3xxRedirection();
		assertThat(now().draft()).isEqualTo(this.page.draft());
		assertThat(put("/blocks", Map.of("moved", "gone", "before", "intro"))).hasStatus3xxRedirection();
		assertThat(now().draft()).isEqualTo(this.page.draft());
	}

	@Test
	void stepsAreTakenBackAndMadeAgain() {
		order("remove:box-email");
		block("title", "en", Map.of("wording", "Another title"));
		PageContent changed = now().draft();
		put("/steps", Map.of("act", "undo"));
		put("/steps", Map.of("act", "undo"));
		assertThat(now().draft()).isEqualTo(this.page.draft());
		assertThat(put("/steps", Map.of("act", "undo"))).hasStatus3xxRedirection();
		put("/steps", Map.of("act", "redo"));
		put("/steps", Map.of("act", "redo"));
		assertThat(now().draft()).isEqualTo(changed);
		put("/steps", Map.of("act", "undo"));
		order("up:box-sms");
		put("/steps", Map.of("act", "redo"));
		assertThat(now().draft().in("en").title()).isEqualTo("Title en");
	}

	@Test
	void aBlockThatNobodyOffersIsNotAdded() {
		assertThat(this.mvc.post().uri(path("/blocks")).param("act", "add:video").with(SignIn.marketer()).with(csrf()))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(block("box-email", "en", Map.of("about", "pigeon"))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(block("box-email", "en", Map.of("about", "sms"))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(block("gone", "en", Map.of("wording", "x"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(now()).isEqualTo(this.page);
	}

	@Test
	void aBoxAboutAUseComesWithItsWordsAndShowsAmongWhatDiffers() {
		publish(0);
		add("purpose");
		LandingPage saved = now();
		assertThat(saved.draft().boxes()).contains(new PageBox("personalize.content", BoxMeaning.IN_OR_OUT));
		PageBlock use = saved.draft().blocks(PageBlock.Type.PURPOSE).get(0);
		assertThat(use.text("fr").label()).startsWith("Utiliser ce que vous savez");
		assertThat(this.mvc.get().uri(path("?language=en&block=" + use.id())).with(SignIn.marketer())).bodyText()
			.contains("f-wording", "Use what you know about me", "A tick allows this, no tick stops it.");
		assertThat(this.mvc.get().uri(path("/publication")).with(SignIn.marketer())).bodyText()
			.contains("Personalize content: Label (French)", "Personalize content: Meaning",
					"E-mail, SMS, Personalize content")
			.doesNotContain("??landing", "??purpose");
		assertThat(this.mvc.get().uri(path("/preview?profile=yes&language=en")).with(SignIn.marketer())).bodyText()
			.contains("name=\"purpose.personalize.content\"", "Your data");
	}

	@Test
	void aPageThatAsksForNoesBeginsABoxAboutAUseAsOne() {
		block("box-email", "en", Map.of("meaning", "do-not-contact"));
		order("remove:box-sms");
		add("purpose");
		PageBlock use = now().draft().blocks(PageBlock.Type.PURPOSE).get(0);
		assertThat(use.meaning()).isEqualTo(BoxMeaning.DO_NOT_CONTACT);
		assertThat(use.text("en").label()).startsWith("Do not ");
	}

	@Test
	void aLanguageThatIsNewToAPageBeginsWithTheUsualWords() {
		add("purpose");
		order("remove:box-sms");
		order("remove:box-email");
		assertThat(settings(Map.of("languages", "nl"))).hasStatus3xxRedirection();
		PageContent draft = now().draft();
		assertThat(draft.languages()).containsExactly("nl");
		assertThat(draft.in("nl").title()).isEqualTo("Wat mogen we gebruiken?");
		assertThat(draft.block("button").orElseThrow().text("nl").label()).isNotBlank();
	}

	@Test
	void aPictureIsUploadedIntoItsBlockAndWhatIsNoneIsRefused() throws Exception {
		add("image");
		String image = now().draft().blocks(PageBlock.Type.IMAGE).get(0).id();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", file);
		assertThat(upload(image, file.toByteArray())).hasStatus3xxRedirection();
		String key = now().draft().block(image).orElseThrow().about();
		assertThat(this.mvc.get().uri(key.replaceFirst("#20x10", ""))).hasStatusOk();
		assertThat(upload(image, "no picture".getBytes())).flash()
			.hasEntrySatisfying("flash", (flash) -> assertThat(flash).extracting("code").isEqualTo("image.fault.none"));
		assertThat(now().draft().block(image).orElseThrow().about()).isEqualTo(key);
	}

	@Test
	void aThemeIsTakenOverWhenThePageIsPublished() {
		this.themes.save(ThemeSamples.theme("sunday"));
		assertThat(settings(Map.of("theme", "nowhere"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-theme-error");
		assertThat(settings(Map.of("theme", "sunday"))).hasStatus3xxRedirection();
		publish(1);
		assertThat(this.mvc.get().uri("/p/console-news")).bodyText().contains("theme.css?v=7a1f5d.fff8ee.14171d.serif");
		assertThat(this.mvc.get().uri("/themes/sunday").with(SignIn.marketer())).bodyText()
			.contains("News &lt;i&gt;")
			.doesNotContain("To publish again");
		assertThat(now().draft().look().style()).isNull();
		assertThat(this.versions.find(this.page.id(), 1).orElseThrow().content().look().style()).isNotNull();
	}

	@Test
	void aFixIsMadeAtOnePress() {
		block("box-email", "en", Map.of("wording", "Do not e-mail me"));
		assertThat(publish(1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("the words of E-mail say the contrary of what its tick does", "Use the usual words");
		assertThat(this.mvc.post()
			.uri(path("/fixes"))
			.param("finding", "contradicts:box-email:en")
			.param("from", "review")
			.with(SignIn.marketer())
			.with(csrf())).hasRedirectedUrl(path("/publication"));
		assertThat(now().draft().block("box-email").orElseThrow().text("en").label()).isEqualTo("E-mail");
		assertThat(publish(2)).hasStatus3xxRedirection();
	}

	@Test
	void aPageWithSomethingToFixIsNotPublished() {
		settings(Map.of("organisation", ""));
		assertThat(publish(1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("The page does not say who is asking");
		settings(Map.of("organisation", "Shop"));
		assertThat(publish(1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(publish(2)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/p/console-news")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2027-03-01T10:00 | 2027-02-01T10:00 | Europe/Paris",
			"2027-03-28T02:15 | 2027-03-28T03:05 | Europe/Paris", "2027-05-01T10:00 | 2027-05-01T10:00 | UTC" })
	void aPageThatClosesBeforeItOpensIsRefused(String from, String to, String zone) {
		assertThat(settings(Map.of("from", from, "to", to, "timeZone", zone)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-to-error");
	}

	@Test
	void aVersionThatOpensNextWeekLeavesTheLivePageAndIsSaidWithWhen() {
		publish(0);
		block("title", "en", Map.of("wording", "The new page"));
		settings(Map.of("from", LocalDateTime.now().plusDays(7).withNano(0).toString()));
		assertThat(this.mvc.get().uri(path("/publication")).with(SignIn.marketer())).bodyText()
			.contains("Until the draft opens, recipients see what they see now");
		MvcTestResult published = publish(3);
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
		settings(Map.of("from", LocalDateTime.now().plusDays(7).withNano(0).toString()));
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

	@Test
	void underFourEyesAnotherThanTheLastEditorPublishes() {
		RequestPostProcessor noor = SignIn.marketer();
		RequestPostProcessor ada = SignIn.admin();
		assertThat(as(noor, this.mvc.put().uri(path("/four-eyes")))).hasStatus3xxRedirection();
		retitle(noor, "By Noor");
		for (int tab = 0; tab < 2; tab++) {
			assertThat(as(noor, this.mvc.put().uri(path("/publication")))).hasStatus(HttpStatus.FORBIDDEN)
				.bodyText()
				.contains("You changed this draft last", "Ask for it to be published")
				.doesNotContain("Approve and publish");
		}
		as(noor, this.mvc.post().uri(path("/publication/request")));
		assertThat(this.mvc.get().uri(path("/publication")).with(ada)).bodyText()
			.contains("marketer asked for the draft to be published", "Approve and publish version 1");
		retitle(ada, "By Ada");
		assertThat(now().fourEyes().requestedAt()).isNull();
		assertThat(as(ada, this.mvc.put().uri(path("/publication")))).hasStatus(HttpStatus.FORBIDDEN);
		as(ada, this.mvc.post().uri(path("/publication/request")));
		assertThat(as(noor, this.mvc.put().uri(path("/publication")))).hasStatus3xxRedirection();
		assertThat(this.versions.find(this.page.id(), 1).orElseThrow()).extracting("createdBy", "requestedBy")
			.containsExactly("marketer", "admin");
		assertThat(this.mvc.get().uri(path("/versions")).with(ada)).bodyText().contains("asked for by admin");
		as(noor, this.mvc.put()
			.uri(path("/settings"))
			.params(MultiValueMap.fromSingleValue(drawn("/settings", ".page-settings",
					Map.of("from", LocalDateTime.now().plusDays(7).withNano(0).toString())))));
		assertThat(as(noor, this.mvc.put().uri(path("/publication")))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(as(noor, this.mvc.delete().uri(path("/publication")))).hasStatus3xxRedirection();
		assertThat(as(noor, this.mvc.put().uri(path("/publication")))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(as(ada, this.mvc.put().uri(path("/publication")))).hasStatus3xxRedirection();
	}

	@Test
	void fourEyesAreSwitchedOffByTwo() {
		RequestPostProcessor noor = SignIn.marketer();
		RequestPostProcessor ada = SignIn.admin();
		as(noor, this.mvc.put().uri(path("/four-eyes")));
		as(ada, this.mvc.delete().uri(path("/four-eyes")));
		as(ada, this.mvc.delete().uri(path("/four-eyes")));
		assertThat(now().fourEyes().required()).isTrue();
		assertThat(this.mvc.get().uri(path("/publication")).with(noor)).bodyText()
			.contains("admin asked to do without four eyes", "Agree to do without", "Keep four eyes");
		as(noor, this.mvc.delete().uri(path("/four-eyes")));
		assertThat(now().fourEyes().required()).isFalse();
		assertThat(this.mvc.delete().uri(path("/four-eyes")).with(SignIn.auditor()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void ofTwoWhoSaveTheSameSettingsAtOnceOneIsTold() {
		for (int round = 0; round < 5; round++) {
			List<CompletableFuture<Integer>> answers = Stream.of("One " + round, "Other " + round)
				.map((name) -> drawn("/settings", ".page-settings", Map.of("name", name)))
				.toList()
				.stream()
				.map((typed) -> CompletableFuture.supplyAsync(() -> put("/settings", typed).getResponse().getStatus()))
				.toList();
			assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(302, 409);
		}
	}

	@Test
	void ofTwoWhoSaveTheSameBlockAtOnceOneIsTold() {
		for (int round = 0; round < 5; round++) {
			List<CompletableFuture<Integer>> answers = Stream.of("One " + round, "Other " + round)
				.map((words) -> drawn("?language=en&block=intro", "#block-form", Map.of("wording", words)))
				.toList()
				.stream()
				.map((typed) -> CompletableFuture
					.supplyAsync(() -> put("/blocks/intro", typed).getResponse().getStatus()))
				.toList();
			assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(302, 409);
		}
	}

	@Test
	void readersGoOnByConditionsReadInOrder() {
		LandingPage target = this.management.create("console-thanks", PageKind.ACQUISITION, "Thanks",
				PageSamples.complete(), People.OPERATOR);
		assertThat(settings(Map.of("way.kind", "page", "way.page", "nowhere"))).hasStatus(422)
			.bodyText()
			.contains("f-way-page-error");
		assertThat(settings(Map.of("way.kind", "address", "way.address", "http://plain.example"))).hasStatus(422);
		assertThat(settings(Map.of("way.kind", "page", "way.page", "console-thanks"))).hasStatus3xxRedirection();
		assertThat(publish(1)).hasStatus(422).bodyText().contains("which nobody can open yet");
		this.publishing.publish(target.id(), 0, People.OPERATOR);
		Map<String, String> rule = new HashMap<>(Map.of("version", "1", "kind", "address", "address",
				"https://club.example/", "eligibility", "condition", "node", "0.0", "of.0", "all", "fact.0.0",
				"firstName", "op.0.0", "is", "value.0.0", "Noor"));
		rule.put("page", "");
		assertThat(this.mvc.get().uri(path("/thanks/new")).with(SignIn.marketer())).hasStatusOk();
		assertThat(post("/thanks", rule)).hasRedirectedUrl(path("/settings#thanks"));
		rule.putAll(Map.of("version", "2", "kind", "words", "value.0.0", "Ada"));
		assertThat(post("/thanks", rule)).hasStatus3xxRedirection();
		assertThat(put("/thanks/2/order", Map.of("version", "2"))).hasStatus(409);
		assertThat(put("/thanks/2/order", Map.of("version", "3"))).hasStatus3xxRedirection();
		assertThat(now().draft().behaviour().thankYou().rules()).extracting((each) -> each.way().address())
			.containsExactly("", "https://club.example/");
		assertThat(this.mvc.get().uri(path("/settings")).with(SignIn.auditor())).bodyText()
			.contains("Noor", "https://club.example/", "The page’s own words");
		assertThat(this.mvc.get().uri(path("/thanks/1")).with(SignIn.marketer())).bodyText().contains("Ada");
		assertThat(this.mvc.get().uri(path("/publication")).with(SignIn.marketer())).hasStatusOk();
		assertThat(publish(4)).hasStatus3xxRedirection();
		assertThat(this.mvc.delete().uri(path("/thanks/1")).param("version", "5").with(SignIn.marketer()).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(now().draft().behaviour().thankYou().rules()).hasSize(1);
	}

	private MvcTestResult post(String path, Map<String, String> typed) {
		return this.mvc.post()
			.uri(path(path))
			.params(MultiValueMap.fromSingleValue(typed))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	/** What somebody does who saw the page as it is now. */
	private MvcTestResult as(RequestPostProcessor who, MockMvcTester.MockMvcRequestBuilder act) {
		return act.param("version", String.valueOf(now().version())).with(who).with(csrf()).exchange();
	}

	private void retitle(RequestPostProcessor who, String title) {
		as(who, this.mvc.put()
			.uri(path("/blocks/title"))
			.params(MultiValueMap
				.fromSingleValue(drawn("?language=en&block=title", "#block-form", Map.of("wording", title)))));
	}

	private MvcTestResult publish(int version) {
		return this.mvc.put()
			.uri(path("/publication"))
			.param("version", Integer.toString(version))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private void add(String type) {
		assertThat(
				this.mvc.post().uri(path("/blocks")).param("act", "add:" + type).with(SignIn.marketer()).with(csrf()))
			.hasStatus3xxRedirection();
	}

	private MvcTestResult order(String act) {
		return put("/blocks", Map.of("act", act));
	}

	private MvcTestResult put(String path, Map<String, String> typed) {
		return this.mvc.put()
			.uri(path(path))
			.params(MultiValueMap.fromSingleValue(typed))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	/** Saves a block with what is drawn in its form, but for what was typed. */
	private MvcTestResult block(String id, String language, Map<String, String> typed) {
		return put("/blocks/" + id, drawn("?language=" + language + "&block=" + id, "#block-form", typed));
	}

	private MvcTestResult settings(Map<String, String> typed) {
		return put("/settings", drawn("/settings", ".page-settings", typed));
	}

	private String seen(String block, String language) {
		return drawn("?language=" + language + "&block=" + block, "#block-form", Map.of()).get("seen");
	}

	private Map<String, String> drawn(String path, String form, Map<String, String> typed) {
		String html;
		try {
			html = this.mvc.get().uri(path(path)).with(SignIn.marketer()).exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		Map<String, String> values = new HashMap<>(Map.of("seen", "", "language", "en"));
		if (Jsoup.parse(html).selectFirst("form" + form) instanceof FormElement drawn) {
			drawn.formData()
				.stream()
				.filter((field) -> !field.key().startsWith("_") && !field.key().equals("languages"))
				.forEach((field) -> values.put(field.key(), field.value()));
		}
		if (path.equals("/settings")) {
			values.put("languages", "en,fr");
		}
		values.putAll(typed);
		return values;
	}

	private MvcTestResult upload(String block, byte[] file) {
		return this.mvc.perform(MockMvcRequestBuilders.multipart(path("/blocks/" + block + "/image"))
			.file("file", file)
			.with(SignIn.marketer())
			.with(csrf()));
	}

	private LandingPage now() {
		return this.pages.get(this.page.id().toString());
	}

	private String path(String rest) {
		return "/landing-pages/" + this.page.id() + rest;
	}

}
