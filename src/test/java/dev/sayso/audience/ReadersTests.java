package dev.sayso.audience;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what those may do who read audiences but do not set them up.
 */
@ProductTest
class ReadersTests extends AudienceConsole {

	@Test
	void readersSeeSizesAndExplanationsAndNoButtons() {
		audience("french", country("FR"));
		Profile ada = person("FR", "Ada");
		Profile bob = person("BE", "Bob");
		for (RequestPostProcessor who : new RequestPostProcessor[] { SignIn.operator(), SignIn.auditor() }) {
			assertThat(get("/audiences", who)).hasStatusOk().bodyText().doesNotContain("/audiences/new");
			String page = html(get("/audiences/french", who));
			assertThat(page).contains("Ada Sample", "France", "data-test=\"people\">1<")
				.doesNotContain("name=\"act\"", "/copies", "Save audience");
			MultiValueMap<String, String> form = BuilderForm.of(page).set("person", "Bob").fields();
			assertThat(post("/audiences/answer", form, who)).hasStatusOk()
				.bodyText()
				.contains("Bob Sample", "is not in this audience", "Belgium");
			assertThat(post("/audiences/draft", form, who)).hasStatusOk()
				.bodyText()
				.contains("is not in this audience")
				.doesNotContain("name=\"act\"");
			assertThat(post("/audiences/french", form, who)).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(get("/audiences/french?who=" + ada.id(), who)).bodyText().contains("is in this audience");
			assertThat(get("/profiles/" + bob.id() + "/audiences", who)).hasStatusOk()
				.bodyText()
				.contains("Name of french", "Not in it");
		}
	}

	@Test
	void aNameThatSeveralHaveIsAskedBack() {
		audience("french", country("FR"));
		person("FR", "Ada");
		Profile other = person("BE", "Ada");
		assertThat(get("/audiences/french?person=ada")).bodyText()
			.contains("More than one person was found", "value=\"" + other.id() + "\"");
		assertThat(get("/audiences/french?person=ada&who=" + other.id())).bodyText()
			.contains("is not in this audience");
		assertThat(get("/audiences/french?person=xyz")).bodyText().contains("Nobody was found by that");
		assertThat(get("/audiences/french?channel=pigeon&bucket=-5&who=nobody")).hasStatusOk();
		assertThat(get("/audiences/french?bucket=99999999999")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void whoTakesAFileLeavesAnEntryOfTheirOwn() {
		audience("french", country("FR"));
		person("FR", "Ada");
		person("BE", "Bob");
		String choose = String
			.valueOf(get("/audiences/french/export", SignIn.auditor()).getResponse().getRedirectedUrl());
		String chosen = html(
				this.mvc.get().uri(java.net.URI.create(choose.replace("+", "%20"))).with(SignIn.auditor()).exchange());
		assertThat(chosen).contains("Name of french");
		String query = "condition=" + java.net.URLEncoder.encode(
				dev.sayso.condition.ConditionJson.write(this.audiences.get("french").membership()),
				java.nio.charset.StandardCharsets.UTF_8);
		String page = String
			.valueOf(
					post("/exports",
							MultiValueMap.fromSingleValue(
									Map.of("query", query, "watched", "true", "format", "ndjson")),
							SignIn.auditor())
						.getResponse()
						.getRedirectedUrl());
		assertThat(get(page, SignIn.auditor())).hasStatusOk();
		Awaitility.await().until(() -> entries() == 1);
		assertThat(html(get(page + "/file", SignIn.auditor()))).contains("Ada").doesNotContain("Bob");
		assertThat(entries()).isEqualTo(1);
		get(page + "/file", SignIn.auditor());
		get(page + "/file", SignIn.operator());
		assertThat(entries()).isEqualTo(3);
		assertThat(get("/exports")).bodyText().contains("auditor", "operator", "in the audience Name of french");
		assertThat(get("/activity")).bodyText().contains("exported");
		assertThat(this.jdbc.sql("select count(*) from audit_entry where action = 'exported'")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	private int entries() {
		return this.jdbc.sql("""
				select (select count(*) from file_export where people = 1)
					+ (select count(*) from people_file where row_count = 1)""").query(Integer.class).single();
	}

}
