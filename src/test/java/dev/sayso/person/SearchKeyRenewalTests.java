package dev.sayso.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TextNormalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds that what was kept when texts were normalised in another way is found as if it
 * came in today.
 */
@ProductTest
class SearchKeyRenewalTests {

	@Autowired
	SearchKeyRenewal renewal;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	ProfileManagement management;

	@Autowired
	Attributes attributes;

	@Autowired
	AttributeValues values;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	private List<Profile> keepAsBefore() {
		List<Profile> kept = Stream.of("Παπάς", "d’Arc", "Jean‑Luc", "Plain")
			.map((name) -> this.people.create(Map.of("lastName", name, "city", "L’Haÿ")))
			.toList();
		this.jdbc
			.sql("update profile set name_key = 'old', last_name_key = 'old', city_key = 'old', search_text = 'old'")
			.update();
		this.settings.set(SearchKeyRenewal.SETTING, "1");
		return kept;
	}

	@Test
	void keysOfAnotherTimeAreMadeAnew() {
		List<Profile> kept = keepAsBefore();
		this.renewal.afterSingletonsInstantiated();
		assertThat(kept).allSatisfy((person) -> assertThat(this.profiles.get(person.id())).isEqualTo(person));
		assertThat(this.settings.get(SearchKeyRenewal.SETTING)).contains(TextNormalizer.VERSION);
	}

	@Test
	void valuesOfAttributesAreComposedAndTheirKeysMadeAnew() {
		this.attributes.save(new Attribute(Ids.next(), null, "town", "Town", Attribute.Type.TEXT, "", Instant.EPOCH));
		Profile person = this.management.create(People.details(Map.of()), Map.of("town", "Orléans"),
				new ProfileEditor(Origin.OPERATOR, Actor.account("a", "A"), null));
		this.jdbc.sql("update profile_attribute set text_value = 'Orle\u0301ans', text_key = 'old'").update();
		this.settings.set(SearchKeyRenewal.SETTING, "1");
		this.renewal.afterSingletonsInstantiated();
		assertThat(this.values.find(person.id())).containsEntry("town", "Orléans");
		assertThat(this.jdbc.sql("select text_key from profile_attribute").query(String.class).single())
			.isEqualTo("orleans");
	}

	@Test
	void whatIsAsItShouldBeIsNotTouched() {
		keepAsBefore();
		this.settings.set(SearchKeyRenewal.SETTING, TextNormalizer.VERSION);
		this.renewal.afterSingletonsInstantiated();
		assertThat(this.jdbc.sql("select count(*) from profile where name_key = 'old'").query(Long.class).single())
			.isEqualTo(4);
	}

	@Test
	void brokenOffItGoesOnAtTheNextStart() {
		List<Profile> kept = keepAsBefore();
		this.jdbc.sql("alter table profile add constraint broken_off check (name_key <> 'plain camille')").update();
		try {
			assertThatThrownBy(this.renewal::afterSingletonsInstantiated).isInstanceOf(DataAccessException.class);
		}
		finally {
			this.jdbc.sql("alter table profile drop constraint broken_off").update();
		}
		assertThat(this.settings.get(SearchKeyRenewal.SETTING)).contains("1");
		this.renewal.afterSingletonsInstantiated();
		assertThat(kept).allSatisfy((person) -> assertThat(this.profiles.get(person.id())).isEqualTo(person));
	}

	/** The hashes of suppressions cannot be made anew. */
	@Test
	void aPostalAddressKeepsTheFormInWhichItIsSuppressed() {
		assertThat(PostalAddress.normalize(People.details(Map.of("firstName", "Zoë", "lastName", "Lefèvre-Σίσυφος",
				"street", "3 rue d’Arc", "city", "Besançon", "postalCode", "25000", "country", "FR"))))
			.isEqualTo("lefevre-σισυφος zoe 3 rue d’arc 25000 besancon fr");
	}

}
