package dev.sayso.decision.editor;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

import dev.sayso.ProductTest;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.list.DecisionOutline;
import dev.sayso.decision.list.DecisionOutlines;
import dev.sayso.person.People;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds how decisions are kept: drafts beside what is live, and versions that stay.
 */
@ProductTest
class DecisionManagementTests {

	@Autowired
	EditorSamples samples;

	@Autowired
	DecisionManagement management;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionVersions versions;

	@Autowired
	DecisionOutlines outlines;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void aStaleEditIsRefusedAndAnEqualOneLeavesNothingBehind() {
		Decision made = this.samples.ready("first");
		assertThat(edit(made, made.draft())).isEqualTo(made);
		Decision edited = edit(made, made.draft().fallingBackTo(""));
		assertThat(edited.version()).isEqualTo(1);
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> edit(made, made.draft().unguardedFor("x")));
		assertThat(this.decisions.get("first")).isEqualTo(edited);
	}

	@Test
	void anotherOrderOfItsPlacementsIsAnEdit() {
		DecisionScope other = new DecisionScope("journal-banner", List.of());
		Decision made = this.samples.decision("first", EditorSamples.content(EditorSamples.scope(), other));
		DecisionContent turned = EditorSamples.content(other, EditorSamples.scope());
		assertThat(edit(made, turned).draft()).isEqualTo(turned);
	}

	@Test
	void publishedTwiceItHasOneVersionAndAnotherAfterAnEdit() {
		Decision made = this.samples.ready("first");
		Decision published = publish(made);
		assertThat(published.status()).isEqualTo(Decision.Status.LIVE);
		assertThat(publish(published)).isEqualTo(published);
		assertThat(this.management.differs(published)).isFalse();
		Decision edited = edit(published, published.draft().fallingBackTo(""));
		assertThat(this.management.differs(edited)).isTrue();
		assertThat(publish(edited).live()).isEqualTo(2);
		assertThat(this.versions.list(made.id())).extracting(Version::number).containsExactly(2, 1);
	}

	@Test
	void whatEndedFallsBackUntilItIsPublishedAgain() {
		Decision published = publish(this.samples.ready("first"));
		Decision ended = this.management.complete(published.id(), version(published), People.OPERATOR);
		assertThat(ended.status()).isEqualTo(Decision.Status.COMPLETE);
		assertThat(publish(ended).status()).isEqualTo(Decision.Status.LIVE);
	}

	@Test
	void whatIsArchivedIsNotLive() {
		Decision published = publish(this.samples.ready("first"));
		Decision away = this.management.archive(published.id(), true, version(published), People.OPERATOR);
		assertThat(away.status()).isEqualTo(Decision.Status.ARCHIVED);
		Decision back = this.management.archive(published.id(), false, version(away), People.OPERATOR);
		assertThat(back.status()).isEqualTo(Decision.Status.LIVE);
	}

	@Test
	void aKeyIsGivenOnce() {
		this.samples.ready("first");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.samples.ready("first"));
	}

	@Test
	void theListKnowsWhetherADraftDiffers() {
		Decision published = publish(this.samples.ready("first"));
		assertThat(this.outlines.all()).singleElement().extracting(DecisionOutline::isChanged).isEqualTo(false);
		edit(published, published.draft().fallingBackTo(""));
		assertThat(this.outlines.all()).singleElement().satisfies((row) -> {
			assertThat(row.isChanged()).isTrue();
			assertThat(row.shown()).contains("offer generic-welcome", "collection summer", "placement web-hero");
			assertThat(row.drafted()).doesNotContain("offer generic-welcome");
		});
	}

	private Decision edit(Decision decision, DecisionContent content) {
		return this.management.edit(decision.id(), version(decision), decision.name(), decision.description(), content,
				People.OPERATOR);
	}

	private Decision publish(Decision decision) {
		return this.management.publish(decision.id(), version(decision), People.OPERATOR);
	}

	private static int version(Decision decision) {
		return Objects.requireNonNull(decision.version());
	}

}
