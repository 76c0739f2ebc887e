package dev.sayso.landing.review;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.review.PageFinding.Weight;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a careful colleague would find before a page is published.
 */
class PageReviewTests {

	private final PageContent complete = PageSamples.complete();

	private final PlainPage plain = PlainPage.of(this.complete);

	@Test
	void aCompletePageHasNoFindings() {
		assertThat(review(this.complete)).isEmpty();
	}

	@Test
	void whatALanguageLacksIsFoundAtItsBlockAndTheUsualWordsAreOffered() {
		PageContent bare = without(without(this.complete, "box-email", "fr"), "button", "fr");
		assertThat(review(bare)).extracting(PageFinding::key)
			.containsExactlyInAnyOrder("words:box-email:fr", "words:button:fr", "help:box-email:fr");
		assertThat(review(bare)).extracting((finding) -> finding.href(new UUID(0, 1)))
			.contains(
					"/landing-pages/00000000-0000-0000-0000-000000000001?language=fr&block=box-email#block-box-email");
		PageContent fixed = fix(fix(bare, "words:box-email:fr"), "words:button:fr");
		assertThat(fixed.block("box-email").orElseThrow().text("fr").label()).isEqualTo("usual channel fr");
		assertThat(review(fixed)).extracting(PageFinding::code).containsExactly("help");
	}

	@Test
	void nobodyPublishesAPageWithoutBoxesOrSender() {
		PageContent empty = new PlainPage("en", this.plain.texts(), List.of(), List.of(), PageContact.NONE, "#ffee00",
				"", this.complete.behaviour())
			.content();
		assertThat(review(empty)).extracting(PageFinding::code)
			.containsExactly("boxes", "organisation", "contact", "colour", "address");
		assertThat(review(empty)).isSortedAccordingTo((one, other) -> one.weight().compareTo(other.weight()));
		assertThat(review(fix(empty, "colour:colour:"))).extracting(PageFinding::code).doesNotContain("colour");
	}

	@Test
	void aPageThatOnlyLetsInAndAChannelNotInUseAreToConsider() {
		PageContent onlyIn = PageSamples.with(this.complete,
				List.of(new PageBox("any", BoxMeaning.CONTACT_ME), new PageBox("call", BoxMeaning.CONTACT_ME)));
		onlyIn = PageTitle.save(PageTitle.save(onlyIn, named(onlyIn, "box-any")), named(onlyIn, "box-call"));
		assertThat(review(onlyIn)).extracting(PageFinding::code).containsExactlyInAnyOrder("no-way-out", "not-in-use");
		PageContent fixed = fix(onlyIn, "no-way-out:box-any:");
		assertThat(fixed.block("box-any").orElseThrow().meaning()).isEqualTo(BoxMeaning.DO_NOT_CONTACT);
		assertThat(fixed.block("box-call").orElseThrow().meaning()).isEqualTo(BoxMeaning.IN_OR_OUT);
	}

	@Test
	void aDenylistPageThatActsByItselfSaysSo() {
		assertThat(PageReview.of(PageSamples.page(PageKind.DENYLIST, this.complete), this.complete, around()))
			.extracting(PageFinding::code)
			.contains("automatic")
			.doesNotContain("boxes", "no-way-out");
	}

	@ParameterizedTest
	@EnumSource(names = { "DENYLIST", "UNSUBSCRIPTION" })
	void stoppingTakesOneStep(PageKind kind) {
		List<PageBlock> blocks = new ArrayList<>(this.complete.blocks());
		blocks.add(block("terms", Type.AGREEMENT, "", "I agree"));
		PageContent asks = this.complete.withBlocks(blocks);
		assertThat(PageReview.of(PageSamples.page(kind, asks), asks, around()))
			.filteredOn((finding) -> finding.code().equals("steps"))
			.extracting(PageFinding::block)
			.containsExactlyInAnyOrder("field-email", "terms");
	}

	@Test
	void nobodyPublishesAPageThatPromisesVisitorsWhatItsBoxesDoNotDo() {
		PageContent promising = label(this.complete, "intro", "fr", "Ce que vous laissez décoché, nous l’arrêtons.");
		assertThat(review(promising)).extracting(PageFinding::key).containsExactly("promise:intro:fr");
		assertThat(review(fix(promising, "promise:intro:fr"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Do not e-mail me | IN_OR_OUT", "Don’t call | CONTACT_ME", "Ne m’écrivez plus | IN_OR_OUT",
					"Geen e-mail meer | CONTACT_ME", "Unsubscribe me | CONTACT_ME",
					"Yes, send me the news | DO_NOT_CONTACT", "Oui, je souhaite la lettre | DO_NOT_CONTACT",
					"Ja, stuur mij nieuws | DO_NOT_CONTACT", "I would like to hear from you | DO_NOT_CONTACT" })
	void wordsThatContradictTheirTickAreFound(String label, BoxMeaning meaning) {
		assertThat(BoxWords.contradict(label, meaning)).isTrue();
		PageBlock box = PageBlock.box("box-email", new PageBox("email", meaning), Map.of());
		PageContent said = PageTitle.save(this.complete,
				box.withText("en", new BlockText(label, "n")).withText("fr", new BlockText("E-mail", "n")));
		assertThat(review(said)).extracting(PageFinding::key).contains("contradicts:box-email:en");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "E-mail | IN_OR_OUT", "E-mail | DO_NOT_CONTACT", "Do not call | DO_NOT_CONTACT",
					"Ne plus m’appeler | DO_NOT_CONTACT", "Yes, e-mail me | CONTACT_ME",
					"Offers, not more than twice a month | IN_OR_OUT", "Never miss a sale | CONTACT_ME",
					"Ja, graag | IN_OR_OUT", "Nouvelles collections | IN_OR_OUT",
					"Do not learn from what I open | DO_NOT_CONTACT" })
	void wordsThatSuitTheirTickAreLeftAlone(String label, BoxMeaning meaning) {
		assertThat(BoxWords.contradict(label, meaning)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "[terms](/terms)", "[terms](terms.html)", "[terms](javascript:alert(1))", "[terms](https://)",
					"[terms](https://nowhere)", "[write](mailto:nobody)", "[ours](https://ours.example/p/gone)" })
	void aDeadLinkIsFound(String text) {
		assertThat(review(label(this.complete, "intro", "en", text))).extracting(PageFinding::key)
			.contains("link:intro:en");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[terms](https://shop.example/terms?x=1#top)", "[write](mailto:info@shop.example)",
			"no link", "[ours](https://ours.example/p/here)" })
	void aLinkThatCanLeadSomewhereIsLeftAlone(String text) {
		assertThat(review(label(this.complete, "intro", "en", text))).isEmpty();
	}

	@Test
	void whatIsGoneIsFoundAndRemovedAtOnePress() {
		List<PageBlock> blocks = new ArrayList<>(this.complete.blocks());
		blocks.add(block("size", Type.FIELD, "attribute.shoes", ""));
		blocks.add(PageBlock.service("letter", "gone", BoxMeaning.IN_OR_OUT, Map.of()));
		blocks.add(block("photo", Type.IMAGE, "gone.png", "A shop"));
		blocks.add(block("nothing", Type.IMAGE, "", ""));
		blocks.add(block("again", Type.BUTTON, "", "Save"));
		PageContent page = this.complete.withBlocks(blocks);
		assertThat(review(page)).extracting(PageFinding::key)
			.containsExactlyInAnyOrder("gone-field:size:", "gone-service:letter:", "gone-image:photo:",
					"no-image:nothing:", "left-out:again:");
		for (PageFinding finding : review(page)) {
			page = fix(page, finding.key());
		}
		assertThat(page).isEqualTo(this.complete);
	}

	@Test
	void aHeavyPageIsToConsider() {
		List<PageBlock> blocks = new ArrayList<>(this.complete.blocks());
		blocks.add(block("photo", Type.IMAGE, "large.jpg", "A shop"));
		for (int more = 0; more < 60; more++) {
			blocks.add(block("more" + more, Type.DIVIDER, "", ""));
		}
		assertThat(review(this.complete.withBlocks(blocks))).extracting(PageFinding::code)
			.containsExactly("heavy", "long");
	}

	@Test
	void aPageIsNotPublishedIntoThePast() {
		PageContent over = PageSamples.open(this.complete, null, LocalDateTime.parse("2026-11-22T12:00"));
		assertThat(review(over)).extracting(PageFinding::code).containsExactly("past");
	}

	private static PageBlock named(PageContent content, String id) {
		return content.block(id)
			.orElseThrow()
			.withTexts(Map.of("en", new BlockText("Name", "n"), "fr", new BlockText("Nom", "n")));
	}

	private static PageBlock block(String id, Type type, String about, String label) {
		BlockText words = new BlockText(label, "");
		return new PageBlock(id, type, about, null, false, PageBlock.Readers.EVERYBODY,
				label.isEmpty() ? Map.of() : Map.of("en", words, "fr", words));
	}

	private static PageContent label(PageContent content, String id, String tag, String label) {
		return PageTitle.save(content, content.block(id).orElseThrow().withText(tag, new BlockText(label, "")));
	}

	private static PageContent without(PageContent content, String id, String tag) {
		return PageTitle.save(content, content.block(id).orElseThrow().withText(tag, BlockText.NONE));
	}

	private static PageContent fix(PageContent content, String key) {
		return review(content).stream()
			.filter((finding) -> finding.key().equals(key))
			.findFirst()
			.map((finding) -> finding.fix().change().apply(content))
			.orElseThrow(() -> new AssertionError(key + " is not among " + review(content)));
	}

	private static List<PageFinding> review(PageContent content) {
		LandingPage page = PageSamples.page(PageKind.ACQUISITION, content);
		return PageReview.of(page, content, around());
	}

	private static PageReview.Surroundings around() {
		return new PageReview.Surroundings(PageSamples.NOON, List.of(Channel.EMAIL, Channel.SMS), Set.of("newsletter"),
				Set.of("size"), (image) -> Map.of("large.jpg", 500_000).get(image),
				(link) -> !link.equals("https://ours.example/p/gone"),
				(block, tag) -> new BlockText("usual " + block.type().key() + " " + tag, ""));
	}

}
