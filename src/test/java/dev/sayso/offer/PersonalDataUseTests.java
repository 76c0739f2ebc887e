package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Say;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what counts as using a person's data: anything but what they consent to.
 */
@ProductTest
class PersonalDataUseTests {

	private static final Condition CONSENTS = is("consents.personalize.content", true);

	private static final Condition COUNTRY = is("country", "FR");

	@Autowired
	PersonalDataUse personalData;

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	Templates templates;

	@Autowired
	JdbcClient jdbc;

	@Test
	void everybodyIsNoData() {
		assertThat(this.conditions.compile(Condition.EVERYBODY).parts()).isEmpty();
		assertThat(personalized(Condition.EVERYBODY)).isFalse();
		assertThat(this.personalData.isPersonalized(OfferContent.BLANK, List.of())).isFalse();
	}

	@Test
	void consentsAreNoData() {
		assertThat(this.conditions.compile(CONSENTS).parts()).containsExactly(Say.class);
		assertThat(personalized(CONSENTS)).isFalse();
		assertThat(personalized(Condition.all(CONSENTS, is("choice.marketing.any", "y")))).isFalse();
	}

	@Test
	void anythingElseIs() {
		assertThat(personalized(COUNTRY)).isTrue();
		assertThat(personalized(Condition.any(CONSENTS, Condition.all(COUNTRY)))).isTrue();
		assertThat(personalized(is("reach.email", "may"))).isTrue();
	}

	@Test
	void anAudienceIsWhatItAsks() {
		audience("agreed", Condition.all(CONSENTS));
		audience("french", Condition.all(COUNTRY));
		audience("both", Condition.any(is("audiences.agreed", true), is("audiences.french", true)));
		assertThat(personalized(is("audiences.agreed", true))).isFalse();
		assertThat(personalized(is("audiences.french", true))).isTrue();
		assertThat(personalized(is("audiences.both", true))).isTrue();
		assertThat(personalized(is("audiences.gone", true))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{profile.firstName}}", "{{#profile.city}}x{{/profile.city}}", "{{profile.city|x}}" })
	void aTextThatReadsDataMakesItPersonalized(String text) {
		CompiledRepresentation content = compile(ContentType.TEXT, new Representation("home", "en", text, null, null));
		CompiledRepresentation alt = compile(ContentType.IMAGE_LINK,
				new Representation("home", "en", "https://x.example/", text, null));
		CompiledRepresentation link = compile(ContentType.IMAGE_LINK,
				new Representation("home", "en", "https://x.example/", "x", "https://x.example/" + text));
		CompiledRepresentation plain = compile(ContentType.TEXT,
				new Representation("home", "en", "{{context.x}}{{offer.name}}", null, null));
		assertThat(List.of(content, alt, link))
			.allMatch((compiled) -> this.personalData.isPersonalized(OfferContent.BLANK, List.of(plain, compiled)));
		assertThat(this.personalData.isPersonalized(OfferContent.BLANK, List.of(plain))).isFalse();
		assertThat(link.parts()).hasSize(1);
	}

	@Test
	void aMarkMakesItPersonalized() {
		OfferContent marked = new OfferContent(null, null, null, null, 0, null, null, true);
		assertThat(this.personalData.isPersonalized(marked, List.of())).isTrue();
	}

	private boolean personalized(Condition eligible) {
		return this.personalData.isPersonalized(
				new OfferContent(null, null, null, null, 0, ConditionJson.write(eligible), null, false), List.of());
	}

	private CompiledRepresentation compile(ContentType type, Representation representation) {
		return CompiledRepresentation.compile(this.templates, ContentFormat.of(type), representation, Map.of());
	}

	private static Condition is(String fact, Object value) {
		return new Condition.Comparison(fact, Operator.IS, value);
	}

	private void audience(String slug, Condition condition) {
		this.jdbc
			.sql("""
					insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
					values (:id, 0, :slug, :slug, '', :condition, current_timestamp, current_timestamp, 'test')""")
			.param("id", UUID.randomUUID())
			.param("slug", slug)
			.param("condition", ConditionJson.write(condition))
			.update();
	}

}
