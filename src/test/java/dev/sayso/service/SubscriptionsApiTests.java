package dev.sayso.service;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what callers of the API count on of services and subscriptions.
 */
@ProductTest
class SubscriptionsApiTests extends ServiceConsole {

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void tokens() {
		ApiTokenSamples.addAll(this.jdbc, "profiles", "profiles,lift", "audiences");
	}

	@Test
	void aServiceIsMadeReadAndListedByKey() throws Exception {
		String body = """
				{"key":"winter","name":"Winter letter","channel":"email","validity":{"duration":{"amount":12,"unit":"months"}},
				"texts":{"fr":{"name":"Lettre d’hiver"}},"frequencies":[{"key":"weekly","name":"every week"}]}""";
		MvcTestResult made = ask(HttpMethod.POST, "/api/v1/services", body, "profiles");
		assertThat(made).hasStatus(201).headers().hasValue("Location", "/api/v1/services/winter");
		String shown = text(ask(HttpMethod.GET, "/api/v1/services/winter", null, "profiles"));
		assertThat(JsonPath.<String>read(shown, "$.state")).isEqualTo("open");
		assertThat(JsonPath.<Integer>read(shown, "$.validity.duration.amount")).isEqualTo(12);
		assertThat(JsonPath.<String>read(shown, "$.texts.fr.name")).isEqualTo("Lettre d’hiver");
		service("autumn");
		assertThat(JsonPath.<List<String>>read(text(ask(HttpMethod.GET, "/api/v1/services", null, "profiles")),
				"$.items[*].key"))
			.containsExactly("autumn", "winter");
		assertThat(ask(HttpMethod.POST, "/api/v1/services", body, "profiles")).hasStatus(409)
			.bodyText()
			.contains("duplicate-key");
		assertThat(ask(HttpMethod.GET, "/api/v1/services", null, "audiences")).hasStatus(403);
	}

	@Test
	void allThatIsWrongWithAServiceIsToldAtOnce() throws Exception {
		String answer = text(ask(HttpMethod.POST, "/api/v1/services",
				"""
						{"key":"Winter!","channel":"owl","state":"shut","id":"8a1f5c80-0000-7000-8000-000000000000",
						"validity":{"from":"2026-12-01","to":"2026-11-01","duration":{"amount":0,"unit":"moons"}},
						"texts":{"de":{"name":"Brief"},"fr":{"name":"LONG"}},
						"frequencies":[{"key":"a","name":"A","names":{"fr":"LONG","a/b":"B"}},{"key":"a","name":""}],"more":1}"""
					.replace("LONG", "x".repeat(201)),
				"profiles"));
		assertThat(JsonPath.<List<String>>read(answer, "$.errors[*].pointer")).contains("/key", "/name", "/channel",
				"/state", "/id", "/texts/de", "/texts/fr/name", "/more", "/frequencies/0/names/fr",
				"/frequencies/0/names/a~1b", "/frequencies/1/key", "/frequencies/1/name", "/validity/duration",
				"/validity/to");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"key":"a","name":"A\\u0000","channel":"email"}                                                  | /name
					{"key":"a","name":"A\\ud800","channel":"email"}                                                  | /name
					{"key":"a","name":"A","channel":"email","validity":{"from":"2026-13-01"}}                        | /validity/from
					{"key":"a","name":"A","channel":"email","validity":{"from":"+19999-01-01"}}                      | /validity/from
					{"key":"a","name":"A","channel":"email","validity":{"to":"9999-12-31"}}                          | /validity/to
					{"key":"a","name":"A","channel":"email","validity":{"duration":{"amount":1000,"unit":"years"}}}  | /validity/duration/amount
					{"key":"many","name":"A","channel":"email"}                                                      | /key
					{"key":"a","name":"A","channel":"email","frequencies":[{"key":"x","name":"X"},{"key":"y","name":"X"}]} | /frequencies/1/name""")
	void aServiceThatCannotBeKeptAsItIsSaidIsRefusedAtItsPlace(String body, String pointer) throws Exception {
		MvcTestResult answer = ask(HttpMethod.POST, "/api/v1/services", body, "profiles");
		assertThat(answer).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].pointer")).containsExactly(pointer);
	}

	@Test
	void aCursorThatIsNoneOfOursIsRefused() {
		assertThat(ask(HttpMethod.GET, "/api/v1/services?cursor=zzz", null, "profiles")).hasStatus(400);
	}

	@Test
	void somebodyIsSubscribedOnceHoweverOftenItIsAsked() throws Exception {
		service("letter", ServiceValidity.ALWAYS, "weekly", "monthly");
		Profile somebody = this.people.create(java.util.Map.of("externalId", "crm-1"));
		String path = "/api/v1/profiles/externalId:crm-1/subscriptions";
		assertThat(ask(HttpMethod.PUT, path + "/letter", "{}", "profiles")).hasStatusOk();
		assertThat(ask(HttpMethod.PUT, path + "/letter", "{\"frequency\":\"monthly\",\"evidence\":\"form 1\"}",
				"profiles"))
			.hasStatusOk();
		assertThat(ask(HttpMethod.PUT, path + "/letter", "{\"frequency\":\"monthly\"}", "profiles")).hasStatusOk();
		String listed = text(ask(HttpMethod.GET, path, null, "profiles"));
		assertThat(JsonPath.<List<String>>read(listed, "$.items[*].state")).containsExactly("subscribed");
		assertThat(JsonPath.<List<String>>read(listed, "$.items[*].frequency")).containsExactly("monthly");
		assertThat(this.ledger.count(somebody.id())).isEqualTo(2);
		assertThat(ask(HttpMethod.PUT, path + "/letter", "{\"frequency\":\"daily\"}", "profiles")).hasStatus(422)
			.bodyText()
			.contains("/frequency");
		assertThat(ask(HttpMethod.PUT, path + "/none", "{}", "profiles")).hasStatus(404);
		assertThat(ask(HttpMethod.PUT, "/api/v1/profiles/externalId:none/subscriptions/letter", "{}", "profiles"))
			.hasStatus(404);
	}

	@Test
	void anOwnUnsubscriptionComesBackOnlyWithEvidenceAndTheScopeLift() {
		service("letter");
		Profile somebody = this.people.create(java.util.Map.of("externalId", "crm-1"));
		String path = "/api/v1/profiles/externalId:crm-1/subscriptions/letter";
		assertThat(ask(HttpMethod.DELETE, path, "{\"by\":\"person\"}", "profiles")).hasStatus(204);
		assertThat(ask(HttpMethod.PUT, path, "{}", "profiles")).hasStatus(409).bodyText().contains("own-no");
		assertThat(ask(HttpMethod.PUT, path, "{\"evidence\":\"form 1\"}", "profiles")).hasStatus(409);
		assertThat(ask(HttpMethod.PUT, path, "{}", "profiles,lift")).hasStatus(409);
		assertThat(state(somebody.id(), "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(ask(HttpMethod.PUT, path, "{\"evidence\":\"form 1\"}", "profiles,lift")).hasStatusOk();
		assertThat(ask(HttpMethod.DELETE, path, null, "profiles")).hasStatus(204);
		assertThat(ask(HttpMethod.DELETE, path, null, "profiles")).hasStatus(204);
		assertThat(ask(HttpMethod.PUT, path, "{}", "profiles")).hasStatusOk();
		assertThat(latest(somebody.id()).origin()).isEqualTo(Origin.API);
	}

	@Test
	void anUnsubscriptionIsTakenWhateverIsWrongWithItsBody() {
		service("letter");
		Profile somebody = this.people.create(java.util.Map.of("externalId", "crm-1"));
		in(somebody.id(), "letter", operator());
		String path = "/api/v1/profiles/externalId:crm-1/subscriptions/letter";
		assertThat(ask(HttpMethod.DELETE, path, "{\"by\":\"parrot\"}", "profiles")).hasStatus(422)
			.bodyText()
			.contains("unsubscribed", "taken");
		assertThat(this.subscriptions.find(somebody.id(), "letter").orElseThrow().isTheirs()).isTrue();
		assertThat(ask(HttpMethod.DELETE, path, "{", "profiles")).hasStatus(400);
		in(somebody.id(), "letter", person());
		assertThat(ask(HttpMethod.DELETE, path, "{\"reason\":\"a\\u0000\"}", "profiles")).hasStatus(422);
		assertThat(state(somebody.id(), "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	private MvcTestResult ask(HttpMethod method, String path, @Nullable String body, String scopes) {
		var request = this.mvc.method(method).uri(path).header("Authorization", "Bearer " + scopes);
		if (body != null) {
			request = request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
