package dev.sayso.landing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.landing.editor.PageManagement;
import dev.sayso.person.People;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that a published version is what it was, whatever happens to the draft.
 */
@ProductTest
class PublishPageTests {

	@Autowired
	PageManagement management;

	@Autowired
	PublishPage publish;

	@Autowired
	LandingPages pages;

	@Autowired
	PageVersions versions;

	@Autowired
	JdbcClient jdbc;

	@Test
	void aPageReadsBackAsItWasMade() {
		LandingPage page = create("news");
		assertThat(this.pages.findById(page.id())).contains(page);
		assertThat(this.pages.findBySlug("news")).contains(page);
		assertThat(this.pages.all()).contains(page);
	}

	@Test
	void aVersionIsFrozen() {
		LandingPage page = this.publish.publish(create("news").id(), 0, People.OPERATOR);
		PageContent other = PageSamples.with(page.draft(), List.of(new PageBox("sms", BoxMeaning.DO_NOT_CONTACT)));
		LandingPage edited = this.management.edit(page.id(), page.version(), "News", other, People.OPERATOR);
		assertThat(this.versions.find(page.id(), 1)).map(Version::content).contains(PageSamples.complete());
		LandingPage again = this.publish.publish(page.id(), edited.version(), People.OPERATOR);
		assertThat(again.published()).isEqualTo(2);
		assertThat(this.versions.list(page.id())).extracting(Version::content)
			.containsExactly(other, PageSamples.complete());
		LandingPage restored = this.management.restore(page.id(), 1, People.OPERATOR);
		assertThat(restored.draft()).isEqualTo(PageSamples.complete());
		assertThat(restored.published()).isEqualTo(2);
	}

	@Test
	void publishingTheSameAgainMakesNoVersion() {
		LandingPage page = this.publish.publish(create("news").id(), 0, People.OPERATOR);
		LandingPage taken = this.publish.unpublish(page.id(), page.version(), People.OPERATOR);
		assertThat(taken.unpublishedAt()).isNotNull();
		LandingPage again = this.publish.publish(page.id(), taken.version(), People.OPERATOR);
		assertThat(again.unpublishedAt()).isNull();
		assertThat(this.versions.list(page.id())).hasSize(1);
	}

	@Test
	void aVersionThatOpensLaterIsShownFromItsHourOn() {
		LandingPage page = this.publish.publish(create("news").id(), 0, People.OPERATOR);
		LocalDateTime opening = LocalDateTime.now(ZoneId.of("Europe/Paris")).plusDays(7).withNano(0);
		PageContent content = PageSamples.with(page.draft(), List.of(new PageBox("sms", BoxMeaning.DO_NOT_CONTACT)));
		LandingPage edited = this.management.edit(page.id(), page.version(), "Later",
				PageSamples.open(content, opening, null), People.OPERATOR);
		LandingPage later = this.publish.publish(page.id(), edited.version(), People.OPERATOR);
		assertThat(this.pages.findById(page.id())).contains(later);
		Instant hour = opening.atZone(ZoneId.of("Europe/Paris")).toInstant();
		PublishedPage before = shown("news", hour.minusSeconds(1));
		assertThat(before.version()).isOne();
		assertThat(before.closed()).isFalse();
		assertThat(before.name()).isEqualTo("News");
		PublishedPage after = shown("news", hour);
		assertThat(after.version()).isEqualTo(2);
		assertThat(after.closed()).isFalse();
		assertThat(after.boxes().values()).containsExactly(BoxMeaning.DO_NOT_CONTACT);
	}

	@Test
	void aFormOfAVersionThatHasNotOpenedIsReadAsTheOneThatIsShown() {
		LandingPage page = this.publish.publish(create("news").id(), 0, People.OPERATOR);
		LandingPage edited = this.management.edit(page.id(), page.version(), "Later",
				PageSamples.open(page.draft(), LocalDateTime.now(ZoneId.of("Europe/Paris")).plusDays(7), null),
				People.OPERATOR);
		this.publish.publish(page.id(), edited.version(), People.OPERATOR);
		PublishedPages now = new PublishedPages(this.pages, this.versions, Clock.systemUTC());
		assertThat(now.get("news", 2).version()).isOne();
		assertThat(now.linkable()).extracting(PublishedPage::version).containsExactly(1);
	}

	private PublishedPage shown(String slug, Instant at) {
		return new PublishedPages(this.pages, this.versions, Clock.fixed(at, ZoneOffset.UTC)).get(slug, null);
	}

	@Test
	void whoeverSawAnOlderDraftChangesNothing() {
		LandingPage page = create("news");
		this.management.edit(page.id(), 0, "Other name", page.draft(), People.OPERATOR);
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.management.edit(page.id(), 0, "Third name", page.draft(), People.OPERATOR));
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.publish.publish(page.id(), 0, People.OPERATOR));
		assertThat(this.versions.list(page.id())).isEmpty();
	}

	@Test
	void aKeyIsGivenOnceAndANumberNeverTwice() {
		LandingPage page = create("news");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> create("news"));
		this.management.delete(page.id(), People.OPERATOR);
		assertThat(create("news").number()).isGreaterThan(page.number());
	}

	@Test
	void aPublishedPageIsNotDeleted() {
		LandingPage page = create("news");
		this.publish.publish(page.id(), 0, People.OPERATOR);
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.management.delete(page.id(), People.OPERATOR));
		assertThat(this.pages.findById(page.id())).isPresent();
	}

	@Test
	void everythingLeavesItsTraceInTheAudit() {
		LandingPage page = create("news");
		LandingPage edited = this.management.edit(page.id(), 0, "Newer", page.draft(), People.OPERATOR);
		LandingPage published = this.publish.publish(page.id(), edited.version(), People.OPERATOR);
		this.publish.unpublish(page.id(), published.version(), People.OPERATOR);
		assertThat(this.jdbc.sql("select action from audit_entry where subject_type = 'landing-page' order by seq")
			.query(String.class)
			.list()).containsExactly("created", "edited", "published", "unpublished");
		assertThat(
				this.jdbc.sql("select changes from audit_entry where action = 'edited'").query(String.class).single())
			.contains("News", "Newer")
			.doesNotContain("Intro");
	}

	private LandingPage create(String slug) {
		return this.management.create(slug, PageKind.ACQUISITION, "News", PageSamples.complete(), People.OPERATOR);
	}

}
