package dev.sayso.landing;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.sayso.landing.PageSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Holds where a page stands, and what publishing does.
 */
class LandingPageTests {

	private final LandingPage draft = PageSamples.page(PageSamples.complete());

	@Test
	void aNewPageIsADraftThatNobodySees() {
		assertThat(this.draft.status(NOON)).isEqualTo(PageStatus.DRAFT);
		assertThat(this.draft.next()).isEqualTo(1);
		assertThatIllegalStateException().isThrownBy(() -> this.draft.unpublish(NOON, "Léa"));
		assertThatIllegalStateException().isThrownBy(() -> this.draft.publishAgain(NOON, "Léa"));
	}

	@Test
	void eachPublicationCountsOn() {
		LandingPage once = this.draft.publish(NOON, "Léa");
		LandingPage twice = once.publish(NOON, "Léa");
		assertThat(once.published()).isEqualTo(1);
		assertThat(twice.published()).isEqualTo(2);
		assertThat(twice.next()).isEqualTo(3);
	}

	@Test
	void editingLeavesWhatRecipientsSee() {
		LandingPage edited = this.draft.publish(NOON, "Léa")
			.edit("Other", PageSamples.open(PageSamples.complete(), null, LocalDateTime.parse("2026-11-22T10:00")),
					NOON, "Ada");
		assertThat(edited.published()).isEqualTo(1);
		assertThat(edited.status(NOON)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(edited.updatedBy()).isEqualTo("Ada");
	}

	@Test
	void validityIsReadInThePagesOwnTimeZone() {
		LandingPage page = PageSamples.page(PageSamples.open(PageSamples.complete(),
				LocalDateTime.parse("2026-11-22T13:00"), LocalDateTime.parse("2026-11-22T14:00")))
			.publish(NOON, "Léa");
		assertThat(page.status(NOON.minusSeconds(1))).isEqualTo(PageStatus.SCHEDULED);
		assertThat(page.status(NOON)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(page.status(NOON.plus(Duration.ofHours(1)).minusSeconds(1))).isEqualTo(PageStatus.PUBLISHED);
		assertThat(page.status(NOON.plus(Duration.ofHours(1)))).isEqualTo(PageStatus.EXPIRED);
	}

	@Test
	void takenBackItStaysTakenBackUntilPublishedAgain() {
		LandingPage taken = this.draft.publish(NOON, "Léa").unpublish(NOON, "Léa");
		assertThat(taken.status(NOON)).isEqualTo(PageStatus.UNPUBLISHED);
		assertThat(taken.unpublish(NOON.plusSeconds(5), "Ada").unpublishedAt()).isEqualTo(NOON);
		LandingPage again = taken.publishAgain(NOON, "Léa");
		assertThat(again.status(NOON)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(again.published()).isEqualTo(1);
	}

	@Test
	void aPageOptsOutWhereABoxOrItsKindCan() {
		PageContent content = PageSamples.complete();
		PageContent onlyIn = PageSamples.with(content, List.of(new PageBox("email", BoxMeaning.CONTACT_ME)));
		assertThat(this.draft.canOptOut(content)).isTrue();
		assertThat(this.draft.canOptOut(onlyIn)).isFalse();
		assertThat(LandingPage.create(2, "stop", PageKind.DENYLIST, "Stop", onlyIn, NOON, "Léa").canOptOut(onlyIn))
			.isTrue();
	}

	@Test
	void theOwnLanguageStandsInForMissingWords() {
		PageContent content = PageSamples.with(PageSamples.complete(), "fr",
				new PageTexts("Titre", "", "", null, "", "", "", "", "", ""));
		assertThat(content.in("fr").title()).isEqualTo("Titre");
		assertThat(content.in("fr").button()).isEqualTo("Save");
		assertThat(content.in("fr").box("sms").label()).isEqualTo("SMS");
		assertThat(content.in("nl").title()).isEqualTo("Title en");
	}

}
