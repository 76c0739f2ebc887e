package dev.sayso.decision;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that nobody who was erased is named by offers and decisions, nor by what those
 * once were.
 */
@ProductTest
class DecisionErasureTests {

	private static final Map<String, String> TEXTS = Map.of("offer", "draft", "offer_version", "content", "decision",
			"draft", "decision_version", "content");

	@Autowired
	EditorSamples samples;

	@Autowired
	DecisionManagement management;

	@Autowired
	People people;

	@Autowired
	EraseProfile erase;

	@Autowired
	JdbcClient jdbc;

	@Test
	void offersAndDecisionsForgetWhoIsErased() {
		this.samples.fill();
		this.management.publish(this.samples.ready("first").id(), 0, People.OPERATOR);
		ProfileId person = this.people.create(Map.of("email", "Ana.Erased@posteo.example")).id();
		TEXTS.forEach(
				(table, text) -> this.jdbc
					.sql("update " + table + " set name = 'For ana.erased@posteo.example', " + text + " = replace("
							+ text + ", 'formula', 'ANA.erased@posteo.example')")
					.update());
		this.erase.erase(person, People.OPERATOR);
		TEXTS.forEach((table, text) -> {
			assertThat(this.jdbc.sql("select name from " + table).query(String.class).list()).as(table)
				.isNotEmpty()
				.allMatch((name) -> name.equals("For –"));
			assertThat(this.jdbc.sql("select " + text + " from " + table).query(String.class).list()).as(table)
				.noneMatch((content) -> content.toLowerCase().contains("ana.erased"));
		});
	}

}
