package dev.sayso.audience;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that what cannot be asked is named wherever it shows, and never looks empty.
 */
@ProductTest
class BrokenAudiencesTests extends AudienceConsole {

	@Autowired
	ConditionCompiler conditions;

	@Test
	void anAudienceAboutSomethingThatIsGoneIsNamedEverywhere() {
		UUID attribute = declare();
		audience("golden", new Condition.Comparison("attributes.tier", Operator.IS, "gold"));
		audience("asking", in("golden"), country("FR"));
		Profile ada = person("FR", "Ada");
		this.mvc.delete()
			.uri("/settings/attributes/" + attribute)
			.param("name", "tier")
			.param("anyway", "true")
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
		String gone = "Nothing called “attributes.tier” is known";
		assertThat(get("/audiences")).bodyText().contains(gone, "“audiences.golden” can no longer be evaluated");
		for (var who : new org.springframework.test.web.servlet.request.RequestPostProcessor[] { SignIn.marketer(),
				SignIn.auditor() }) {
			assertThat(get("/audiences/golden", who)).hasStatusOk().bodyText().contains(gone, "Fix the lines");
			assertThat(get("/audiences/asking?who=" + ada.id(), who)).bodyText()
				.contains("“audiences.golden” can no longer be evaluated")
				.doesNotContain("data-test=\"people\"");
		}
		assertThat(get("/audiences/golden/versions")).hasStatusOk();
		assertThat(get("/audiences/new?of=golden&version=1")).hasStatusOk().bodyText().contains("attributes.tier");
		assertThat(get("/profiles/" + ada.id() + "/audiences")).hasStatusOk().bodyText().contains("Cannot be asked");
		for (String slug : new String[] { "golden", "asking" }) {
			String members = String.valueOf(get("/audiences/" + slug + "/members").getResponse().getRedirectedUrl());
			assertThat(this.mvc.get().uri(java.net.URI.create(members)).with(SignIn.marketer())).as(slug)
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			for (String copy : new String[] { "/copies", "/lists" }) {
				assertThat(post("/audiences/" + slug + copy, new LinkedMultiValueMap<>()))
					.hasRedirectedUrl("/audiences/" + slug);
			}
		}
		assertThat(this.audiences.findAllByOrderByName()).hasSize(2);
	}

	@Test
	void aCircleIsRefusedAtItsLine() {
		audience("self", country("FR"));
		BuilderForm form = form("/audiences/self").line("0.1", "audiences.self", "is", "true");
		assertThat(post("/audiences/self", form.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("fault-0.1\"", "in a circle: Name of self → Name of self.");
		assertThat(definition("self")).isEqualTo(Condition.all(country("FR")));
	}

	@Test
	void aCircleOverTwoOthersIsRefusedAtItsLine() {
		audience("first", country("FR"));
		audience("second", in("first"));
		audience("third", in("second"));
		BuilderForm form = form("/audiences/first").group("0.1", "none").line("0.1.0", "audiences.third", "is", "true");
		assertThat(post("/audiences/first", form.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("fault-0.1.0\"", "in a circle: Name of first → Name of third → Name of second → Name of first.");
		assertThat(definition("first")).isEqualTo(Condition.all(country("FR")));
	}

	/**
	 * As two editors make one that stand in two tabs, of which one knows nothing of the
	 * other, nor of what a list offers.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "true", "", "false" })
	void aCircleThatTwoTabsWouldMakeIsNamed(String value) {
		audience("one", country("FR"));
		audience("other", country("BE"));
		BuilderForm stale = form("/audiences/one").line("0.0", "audiences.other", "is", value);
		assertThat(
				post("/audiences/other", form("/audiences/other").line("0.1", "audiences.one", "is", "true").fields()))
			.hasStatus(302);
		assertThat(post("/audiences/one", stale.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("fault-0.0\"", "in a circle: Name of one → Name of other → Name of one.")
			.doesNotContain("A value is missing.");
		assertThat(definition("one")).isEqualTo(Condition.all(country("FR")));
	}

	@Test
	void twoThatAskEachOtherAllTheSameAreNamed() {
		audience("first", country("FR"));
		audience("second", in("first"));
		this.jdbc
			.sql("update audience set condition = (select condition from audience where slug = 'second') "
					+ "where slug = 'first'")
			.update();
		assertThat(get("/audiences")).hasStatusOk().bodyText().contains("in a circle");
		assertThat(get("/audiences/first")).hasStatusOk().bodyText().contains("in a circle");
	}

	@Test
	void audiencesAskEachOtherAndMeanTheSamePeople() {
		person("FR", "Ada");
		person("BE", "Bob");
		Profile held = person("NL", "Cas");
		list("held", held.id());
		audience("french", country("FR"));
		this.management.create("either", "Either", "", Condition.any(in("french"), in("held")), People.OPERATOR);
		this.management.create("neither", "Neither", "", Condition.none(in("either")), People.OPERATOR);
		assertThat(get("/audiences/either")).bodyText().contains("Ada Sample", "Cas Sample").doesNotContain("Bob");
		assertThat(get("/audiences/neither")).bodyText().contains("Bob Sample").doesNotContain("Ada", "Cas S");
		assertThat(get("/audiences/held")).bodyText().contains("href=\"/audiences/either\"");
		assertThat(get("/profiles/" + held.id() + "/audiences")).bodyText()
			.contains("/audiences/neither?who=" + held.id());
	}

	@Test
	void aChainOfAudiencesEndsBeforeItIsTooLong() {
		audience("link-0", country("FR"));
		for (int link = 1; link < Condition.DEEPEST; link++) {
			audience("link-" + link, in("link-" + (link - 1)));
		}
		person("FR", "Ada");
		assertThat(get("/audiences/link-" + (Condition.DEEPEST - 1))).bodyText().contains("Ada Sample");
		Condition further = in("link-" + (Condition.DEEPEST - 1));
		assertThat(this.conditions.faults(Condition.all(Condition.all(further)))).hasSize(1)
			.allSatisfy((fault) -> assertThat(fault.code()).isEqualTo("chain"));
	}

	@Test
	void theLargestConditionIsShownCountedAndListed() {
		Condition[] many = new Condition[Condition.MOST];
		java.util.Arrays.fill(many, country("FR"));
		this.management.create("largest", "Largest", "", Condition.any(many), People.OPERATOR);
		person("FR", "Ada");
		assertThat(get("/audiences/largest")).hasStatusOk().bodyText().contains("Ada Sample").satisfies((page) -> {
			// what takes a browser's time: no menu of countries in each of the lines
			assertThat(page.split("<[a-z]", -1)).hasSizeLessThan(20_000);
			assertThat(page.split("Liechtenstein", -1)).hasSize(2);
		});
		String members = String.valueOf(get("/audiences/largest/members").getResponse().getRedirectedUrl());
		assertThat(this.mvc.get().uri(java.net.URI.create(members)).with(SignIn.marketer())).hasStatusOk()
			.bodyText()
			.contains("Ada Sample");
	}

	private UUID declare() {
		this.mvc.post()
			.uri("/settings/attributes")
			.params(MultiValueMap.fromSingleValue(Map.of("name", "tier", "label", "Tier", "type", "TEXT")))
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
		return this.jdbc.sql("select id from attribute where name = 'tier'").query(UUID.class).single();
	}

}
