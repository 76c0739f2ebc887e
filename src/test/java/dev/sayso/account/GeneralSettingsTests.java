package dev.sayso.account;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ProductTest
class GeneralSettingsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Settings settings;

	@ParameterizedTest
	@ValueSource(strings = { "Etc/UTC", "UTC", "GMT", "Asia/Katmandu", "GMT+02:00", "Europe/Brussels", "SystemV/EST5" })
	void theZoneInForceIsShownAndStaysWhenTheRestIsSaved(String zone) {
		this.settings.set(TimeFormat.ZONE, zone);
		Document page = page();
		assertThat(page.select("select[name=timeZone] option[selected]").eachAttr("value")).containsExactly(zone);
		save(zone, page.select("select[name=region] option[selected]").val(), HttpStatus.FOUND);
		assertThat(this.settings.get(TimeFormat.ZONE, "")).isEqualTo(zone);
	}

	@Test
	void theMachinesOwnZoneIsShownWhereNoneIsSet() {
		assertThat(page().select("select[name=timeZone] option[selected]").eachAttr("value"))
			.containsExactly(java.time.ZoneId.systemDefault().getId());
	}

	@Test
	void anotherZoneThatNobodyKnowsIsRefused() {
		this.settings.set(TimeFormat.ZONE, "Etc/UTC");
		save("Europe/Atlantis", "BE", HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.settings.get(TimeFormat.ZONE, "")).isEqualTo("Etc/UTC");
	}

	private void save(String zone, String region, HttpStatus status) {
		assertThat(this.mvc.put()
			.uri("/settings/general")
			.param("organisation", "Meridian Home")
			.param("timeZone", zone)
			.param("region", region)
			.param("evidenceIp", "truncated")
			.with(SignIn.admin())
			.with(csrf())).hasStatus(status);
	}

	private Document page() {
		return Jsoup.parse(bodyOf("/settings/general"));
	}

	private String bodyOf(String path) {
		try {
			return this.mvc.get().uri(path).with(SignIn.admin()).exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
