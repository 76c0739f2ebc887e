package dev.sayso.home.configuration;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.offer.placement.CatalogueChanged;

/**
 * Reads and brings configurations as a client of the API does.
 */
public final class ConfigurationFiles {

	private static final String PATH = "/api/v1/configuration";

	private final ApplicationContext sayso;

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	public ConfigurationFiles(ApplicationContext sayso) {
		this.sayso = sayso;
		this.mvc = sayso.getBean(MockMvcTester.class);
		this.jdbc = sayso.getBean(JdbcClient.class);
	}

	/** The token {@code configuration} may call from now on. */
	public ConfigurationFiles begin() {
		ApiTokenSamples.addAll(this.jdbc, "configuration");
		return this;
	}

	public String read(String query) throws Exception {
		MvcTestResult result = this.mvc.get()
			.uri(PATH + query)
			.header("Authorization", "Bearer configuration")
			.exchange();
		if (result.getResponse().getStatus() != 200) {
			throw new IllegalStateException(result.getResponse().getContentAsString());
		}
		return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	public MvcTestResult put(String query, String file) {
		return this.mvc.put()
			.uri(PATH + query)
			.header("Authorization", "Bearer configuration")
			.contentType(MediaType.APPLICATION_JSON)
			.content(file.getBytes(StandardCharsets.UTF_8))
			.exchange();
	}

	/** Takes out of the store all that a configuration may hold. */
	public void clear() {
		List.of("consent_policy", "page_step", "page_version", "landing_page", "theme", "custom_action", "image",
				"cap_count", "decision_version", "decision", "strategy", "collection", "offer_version", "offer",
				"qualifier", "placement", "audience_member", "audience_version", "audience", "profile_attribute",
				"attribute", "service")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.sayso.publishEvent(new CatalogueChanged());
	}

	public int audited() {
		return this.jdbc.sql("select count(*) from audit_entry").query(Integer.class).single();
	}

}
