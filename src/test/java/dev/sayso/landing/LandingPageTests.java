package dev.sayso.landing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.sayso.shared.Actor;

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
					NOON, Actor.account("ada", "Ada"));
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
	void aVersionThatOpensLaterLeavesTheOneInForceStanding() {
		LandingPage page = opening(this.draft.publish(NOON, "Léa"), "2026-11-29T10:00", "2026-12-24T10:00");
		Instant opening = Instant.parse("2026-11-29T09:00:00Z");
		assertThat(page.published()).isEqualTo(2);
		assertThat(page.status(NOON)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(page.shown(NOON)).isEqualTo(1);
		assertThat(page.shownUntil(NOON)).isNull();
		assertThat(page.upcomingAt(NOON)).isEqualTo(opening);
		assertThat(page.shown(opening.minusNanos(1000))).isEqualTo(1);
		assertThat(page.shown(opening)).isEqualTo(2);
		assertThat(page.shownUntil(opening)).isEqualTo("2026-12-24T09:00:00Z");
		assertThat(page.upcomingAt(opening)).isNull();
		assertThat(page.status(Instant.parse("2026-12-24T09:00:00Z"))).isEqualTo(PageStatus.EXPIRED);
	}

	@Test
	void whatIsToComeGivesWayToWhatIsPublishedAfterIt() {
		LandingPage page = opening(this.draft.publish(NOON, "Léa"), "2026-11-29T10:00", null);
		LandingPage postponed = opening(page, "2026-12-06T10:00", null);
		assertThat(postponed.shown(Instant.parse("2026-11-30T09:00:00Z"))).isEqualTo(1);
		assertThat(postponed.shown(Instant.parse("2026-12-06T09:00:00Z"))).isEqualTo(3);
		LandingPage next = publish(page, "2026-12-06T10:00", null, Instant.parse("2026-11-30T09:00:00Z"));
		assertThat(next.shown(Instant.parse("2026-11-30T09:00:00Z"))).isEqualTo(2);
		LandingPage atOnce = opening(page, null, null);
		assertThat(atOnce.shown(NOON)).isEqualTo(3);
		assertThat(atOnce.upcomingAt(NOON)).isNull();
	}

	@Test
	void aVersionThatClosesBeforeTheNextOpensStillClosesThen() {
		LandingPage page = opening(opening(this.draft, null, "2026-11-24T10:00"), "2026-11-29T10:00", null);
		assertThat(page.status(NOON)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(page.shownUntil(NOON)).isEqualTo("2026-11-24T09:00:00Z");
		assertThat(page.status(Instant.parse("2026-11-25T09:00:00Z"))).isEqualTo(PageStatus.SCHEDULED);
		assertThat(page.shown(Instant.parse("2026-11-25T09:00:00Z"))).isEqualTo(1);
		assertThat(page.status(Instant.parse("2026-11-29T09:00:00Z"))).isEqualTo(PageStatus.PUBLISHED);
	}

	@Test
	void whatIsPostponedDoesNotKeepTheOneBeforeItOpenForLonger() {
		LandingPage page = opening(opening(this.draft, null, "2026-12-10T10:00"), "2026-12-05T10:00", null);
		assertThat(page.shownUntil(NOON)).isNull();
		LandingPage postponed = opening(page, "2026-12-20T10:00", null);
		assertThat(postponed.shown(NOON)).isEqualTo(1);
		assertThat(postponed.shownUntil(NOON)).isEqualTo("2026-12-10T09:00:00Z");
		assertThat(postponed.status(Instant.parse("2026-12-10T09:00:00Z"))).isEqualTo(PageStatus.SCHEDULED);
	}

	@Test
	void whatWasTakenBackIsNotShownAgainBeforeTheNextOpens() {
		LandingPage taken = opening(this.draft.publish(NOON, "Léa"), "2026-11-29T10:00", null).unpublish(NOON, "Léa");
		Instant after = Instant.parse("2026-11-30T09:00:00Z");
		assertThat(taken.shown(after)).isEqualTo(1);
		assertThat(taken.upcomingAt(NOON)).isNull();
		assertThat(taken.status(after)).isEqualTo(PageStatus.UNPUBLISHED);
		LandingPage again = taken.publishAgain(NOON.plusSeconds(60), "Léa");
		assertThat(again.status(NOON.plusSeconds(60))).isEqualTo(PageStatus.SCHEDULED);
		assertThat(again.shown(NOON.plusSeconds(60))).isEqualTo(1);
		assertThat(again.status(after)).isEqualTo(PageStatus.PUBLISHED);
		assertThat(again.shown(after)).isEqualTo(2);
	}

	private static LandingPage opening(LandingPage page, @Nullable String from, @Nullable String to) {
		return publish(page, from, to, NOON);
	}

	private static LandingPage publish(LandingPage page, @Nullable String from, @Nullable String to, Instant now) {
		PageContent content = PageSamples.open(page.draft(), (from != null) ? LocalDateTime.parse(from) : null,
				(to != null) ? LocalDateTime.parse(to) : null);
		return page.edit(page.name(), content, now, Actor.account("lea", "Léa")).publish(now, "Léa");
	}

	@Test
	void aPageOptsOutWhereABoxOrItsKindCan() {
		PageContent content = PageSamples.complete();
		PageContent onlyIn = PageSamples.with(content, List.of(new PageBox("email", BoxMeaning.CONTACT_ME)));
		assertThat(this.draft.canOptOut(content)).isTrue();
		assertThat(this.draft.canOptOut(onlyIn)).isFalse();
		assertThat(LandingPage.create(2, "stop", PageKind.DENYLIST, "Stop", onlyIn, NOON, Actor.account("lea", "Léa"))
			.canOptOut(onlyIn)).isTrue();
	}

	@Test
	void theOwnLanguageStandsInForMissingWords() {
		PageContent content = PageSamples.with(PageSamples.complete(), "fr",
				new PlainTexts("Titre", "", "", null, "", "", "", "", "", ""));
		assertThat(content.in("fr").title()).isEqualTo("Titre");
		assertThat(words(content, "button", "fr")).isEqualTo("Save");
		assertThat(words(content, "box-sms", "fr")).isEqualTo("SMS");
		assertThat(content.in("nl").title()).isEqualTo("Title en");
	}

	private static String words(PageContent content, String block, String tag) {
		return content.block(block).orElseThrow().in(tag, content.language()).label();
	}

}
