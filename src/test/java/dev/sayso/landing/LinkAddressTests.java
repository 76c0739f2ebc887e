package dev.sayso.landing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.DemoTest;
import dev.sayso.account.SignIn;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class LinkAddressTests {

	private static final String NOTE = "No public address is set";

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@AfterEach
	void forget() {
		this.settings.set(PublicAddress.SETTING, "");
	}

	@Test
	void aLinkWithoutAPublicAddressSaysSo() {
		assertThat(made()).bodyJson().extractingPath("warning").asString().contains("SAYSO_BASE_URL");
		for (String page : pages()) {
			assertThat(this.mvc.get().uri(page).with(SignIn.operator())).as(page).bodyText().contains(NOTE);
		}
	}

	@Test
	void withOneEachLinkCarriesItWhateverTheRequestNames() {
		this.settings.set(PublicAddress.SETTING, "https://choices.example.com/say");
		assertThat(made()).bodyJson().doesNotHavePath("warning");
		assertThat(made()).bodyJson()
			.extractingPath("url")
			.asString()
			.startsWith("https://choices.example.com/say/p/preferences/");
		for (String page : pages()) {
			assertThat(this.mvc.get().uri(page).header("Host", "evil.example").with(SignIn.operator())).as(page)
				.bodyText()
				.contains("https://choices.example.com/say/p/preferences")
				.doesNotContain(NOTE, "evil.example");
		}
	}

	private String[] pages() {
		return new String[] { "/profiles/" + id("select id from profile where external_id = 'demo-1'") + "/links",
				"/landing-pages", "/landing-pages/" + id("select id from landing_page where slug = 'preferences'") };
	}

	private String id(String query) {
		return String.valueOf(this.jdbc.sql(query).query(java.util.UUID.class).single());
	}

	private MvcTestResult made() {
		return this.mvc.post()
			.uri("/api/v1/profiles/externalId:demo-1/links")
			.header("Authorization", "Bearer sayso-demo-token")
			.header("Host", "evil.example")
			.contentType("application/json")
			.content("{\"page\":\"preferences\"}")
			.exchange();
	}

}
