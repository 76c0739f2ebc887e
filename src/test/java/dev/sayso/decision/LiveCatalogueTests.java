package dev.sayso.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what is published is what decisions are taken by, here at once and on other
 * instances soon after.
 */
@ProductTest
class LiveCatalogueTests {

	@Autowired
	LiveCatalogue here;

	@Autowired
	LiveSnapshotAssembler assemble;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	EditorSamples samples;

	@Autowired
	DecisionManagement management;

	@Test
	void aPublicationHoldsHereAtOnceAndElsewhereWithinSeconds() {
		this.samples.fill();
		LiveCatalogue elsewhere = new LiveCatalogue(this.assemble, this.jdbc);
		Decision ready = this.samples.ready("everywhere");
		Instant now = Instant.now();
		assertThat(holds(this.here, ready, now)).isFalse();
		assertThat(holds(elsewhere, ready, now)).isFalse();
		this.management.publish(ready.id(), Objects.requireNonNull(ready.version()), People.OPERATOR);
		assertThat(holds(this.here, ready, now)).isTrue();
		Instant patience = Instant.now().plus(Duration.ofSeconds(5));
		while (!holds(elsewhere, ready, now) && Instant.now().isBefore(patience)) {
			Thread.onSpinWait();
		}
		assertThat(holds(elsewhere, ready, now)).isTrue();
	}

	private static boolean holds(LiveCatalogue catalogue, Decision decision, Instant at) {
		LiveDecision live = catalogue.now().decision(decision.slug());
		return live != null && live.holds(at);
	}

}
