package dev.sayso.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that of somebody erased nothing stays but their noes and bare ledger entries.
 */
@ProductTest
class EraseProfileTests {

	@Autowired
	EraseProfile erase;

	@Autowired
	ProfileManagement management;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	JdbcClient jdbc;

	@Test
	void nothingThatNamesThePersonIsLeftInAnyTable() {
		Profile person = somebodyWithAPast();
		assertThat(traces(person)).isNotEmpty();
		this.erase.erase(person.id(), People.OPERATOR);
		assertThat(traces(person)).isEmpty();
		assertThat(count("ledger_entry")).isEqualTo(3);
		assertThat(count("suppression")).isPositive();
	}

	@Test
	void theNoComesBackWithTheAddress() {
		Profile person = somebodyWithAPast();
		this.erase.erase(person.id(), People.OPERATOR);
		ProfileId again = this.people.create(Map.of("email", "QUIXOTE@windmill.example")).id();
		assertThat(this.says.find(again).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(this.says.find(again).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.UNKNOWN);
		ProfileId later = this.people.somebody();
		this.management.edit(later, null, People.details(Map.of("mobile", "+33639987777")), null,
				new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
		assertThat(this.says.find(later).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.UNKNOWN);
	}

	private Profile somebodyWithAPast() {
		Profile person = this.people.create(Map.of("externalId", "quixote-1605", "firstName", "Quixote", "lastName",
				"Mancha", "email", "quixote@windmill.example", "mobile", "+33639987777", "street", "1 Dulcinea Lane",
				"city", "Toboso"));
		this.management.edit(person.id(), 0,
				People.details(Map.of("externalId", "quixote-1605", "firstName", "Alonso", "lastName", "Quixano",
						"email", "quixote@windmill.example", "mobile", "+33639987777")),
				null, new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
		this.record.record(person.id(),
				Declaration.bySubject(
						List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO, "Dulcinea said so"),
								Statement.of(Purpose.PERSONALIZE_CONTENT, Choice.YES)),
						Evidence.NONE.with("name", "Quixote"), "Windmill page", null));
		this.record.record(person.id(), Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(Purpose.COLLECT, Choice.YES, "Quixote wrote")), Evidence.NONE));
		return person;
	}

	/**
	 * Each column of text, and each id, that still names the person.
	 */
	private List<String> traces(Profile person) {
		List<String> traces = new ArrayList<>();
		List<String> telling = List.of("quixote", "mancha", "quixano", "alonso", "639987777", "dulcinea", "toboso",
				"windmill", person.id().toString());
		for (Map<String, Object> column : columns()) {
			String table = column.get("table_name").toString();
			if (table.equals("say_news")) {
				// how others call the person, until they have erased them too
				continue;
			}
			String name = column.get("column_name").toString();
			for (String trace : telling) {
				int found = this.jdbc
					.sql("select count(*) from " + table + " where lower(cast(\"" + name + "\" as varchar)) like :part")
					.param("part", "%" + trace + "%")
					.query(Integer.class)
					.single();
				if (found > 0) {
					traces.add(table + "." + name + ": " + trace);
				}
			}
		}
		return traces;
	}

	private List<Map<String, Object>> columns() {
		return this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'
					and lower(data_type) in ('character varying', 'character', 'character large object', 'text', 'uuid',
						'json')""").query().listOfRows();
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
