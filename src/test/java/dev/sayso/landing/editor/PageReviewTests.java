package dev.sayso.landing.editor;

import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.landing.editor.PageFinding.Weight;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a careful colleague would find before a page is published.
 */
class PageReviewTests {

	private static final List<Channel> IN_USE = List.of(Channel.EMAIL, Channel.SMS);

	private final PageContent complete = PageSamples.complete();

	private final PlainPage plain = PlainPage.of(this.complete);

	@Test
	void aCompletePageHasNoFindings() {
		assertThat(review(this.complete)).isEmpty();
	}

	@Test
	void whatALanguageLacksIsFoundThere() {
		PlainTexts bare = new PlainTexts("", "Intro", "Legend", null, "Save", "Saved", "", "Closed",
				"https://shop.example/", "");
		assertThat(review(PageSamples.with(this.complete, "fr", bare)))
			.contains(new PageFinding(Weight.FIX, "title", "title.fr", "fr", null),
					new PageFinding(Weight.FIX, "label", "label.email.fr", "fr", "email"),
					new PageFinding(Weight.CONSIDER, "help", "help.sms.fr", "fr", "sms"))
			.noneMatch((finding) -> "en".equals(finding.language()));
	}

	@Test
	void nobodyPublishesAPageWithoutBoxesOrSender() {
		PageContent empty = new PlainPage("en", this.plain.texts(), List.of(), List.of(), PageContact.NONE, "#ffee00",
				"", this.complete.behaviour())
			.content();
		assertThat(review(empty)).extracting(PageFinding::code)
			.containsExactly("boxes", "organisation", "contact", "colour", "address");
		assertThat(review(empty)).isSortedAccordingTo((one, other) -> one.weight().compareTo(other.weight()));
	}

	@Test
	void aPageThatOnlyLetsInAndAChannelNotInUseAreToConsider() {
		PageContent onlyIn = PageSamples.with(this.complete,
				List.of(new PageBox("email", BoxMeaning.CONTACT_ME), new PageBox("sms", BoxMeaning.CONTACT_ME)));
		assertThat(PageReview.of(PageKind.ACQUISITION, onlyIn, List.of(Channel.EMAIL), PageSamples.NOON))
			.extracting(PageFinding::code)
			.containsExactly("no-way-out", "not-in-use");
	}

	@Test
	void aUseNeedsItsLabelAndIsNoChannelOutOfUse() {
		PageContent uses = PageSamples.with(this.complete,
				List.of(new PageBox("personalize.content", BoxMeaning.IN_OR_OUT)));
		assertThat(review(uses)).containsExactly(
				new PageFinding(Weight.FIX, "label", "label.personalize.content.en", "en", "personalize.content"),
				new PageFinding(Weight.FIX, "label", "label.personalize.content.fr", "fr", "personalize.content"));
	}

	@Test
	void aDenylistPageThatActsByItselfSaysSo() {
		assertThat(PageReview.of(PageKind.DENYLIST, this.complete, IN_USE, PageSamples.NOON))
			.containsExactly(PageFinding.of(Weight.NOTE, "automatic", "askFirst"));
	}

	@Test
	void nobodyPublishesAPageThatPromisesVisitorsWhatItsBoxesDoNotDo() {
		PlainTexts french = new PlainTexts("Titre", "Ce que vous laissez décoché, nous l’arrêtons.", "Par",
				this.plain.texts().get("fr").boxes(), "Enregistrer", "Merci", "", "Fermée",
				"https://shop.example/privacy", "");
		assertThat(review(PageSamples.with(this.complete, "fr", french)))
			.contains(new PageFinding(Weight.FIX, "promise", "intro.fr", "fr", null));
		PlainTexts both = new PlainTexts("Titre", "Ce que vous laissez décoché, nous l’arrêtons.", "Par",
				this.plain.texts().get("fr").boxes(), "Enregistrer", "Merci", "", "Fermée",
				"https://shop.example/privacy", "Une case laissée vide ne change rien.");
		assertThat(review(PageSamples.with(this.complete, "fr", both))).extracting(PageFinding::code)
			.doesNotContain("promise");
	}

	@Test
	void aPageIsNotPublishedIntoThePast() {
		PageContent over = PageSamples.open(this.complete, null, LocalDateTime.parse("2026-11-22T12:00"));
		assertThat(review(over)).extracting(PageFinding::code).containsExactly("past");
	}

	private static List<PageFinding> review(PageContent content) {
		return PageReview.of(PageKind.ACQUISITION, content, IN_USE, PageSamples.NOON);
	}

}
