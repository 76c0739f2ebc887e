package dev.sayso.account;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
class GeneralSettingsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Settings settings;

	@Autowired
	PublicAddress address;

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

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "https://choices.example.com/ | https://choices.example.com",
			"http://intranet:8080/sayso | http://intranet:8080/sayso", "'' | ''" })
	void thePublicAddressIsWhatLinksCarry(String typed, String kept) {
		assertThat(save("baseUrl", typed)).hasStatus(HttpStatus.FOUND);
		assertThat(page().select("[name=baseUrl]").val()).isEqualTo(kept);
		assertThat(this.address.isNamed()).isEqualTo(!kept.isEmpty());
		if (!kept.isEmpty()) {
			assertThat(this.address.url()).isEqualTo(kept);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "choices.example.com", "ftp://choices.example.com", "https://", "javascript:alert(1)",
			"https://a@b.example", "https://choices.example.com/?q=1", "https://choices.example.com/#top",
			"https://a b" })
	void whatIsNoAddressIsRefused(String typed) {
		assertThat(save("baseUrl", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Enter an address that begins with http:// or https://");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "email | privacy@meridian.example", "phone | +32 (2) 000.00-00",
			"privacyNotice | https://meridian.example/privacy?v=2", "privacyNotices[fr] | https://meridian.example/fr",
			"address | 1 Quay", "email | ''", "phone | ''", "privacyNotice | ''" })
	void whoAsksIsKept(String name, String typed) {
		assertThat(save(name, typed)).hasStatus(HttpStatus.FOUND);
		assertThat(page().select("[name='" + name + "']").val()).isEqualTo(typed);
		assertThat(Organisation.of(this.settings).name()).isEqualTo("Meridian Home");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "email | nobody | This is no e-mail address", "email | a b@c.example | This is no e-mail address",
					"phone | call me | A telephone number has",
					"privacyNotice | www.meridian.example | Give the whole address",
					"privacyNotice | javascript:alert(1) | Give the whole address",
					"privacyNotices[nl] | javascript:alert(1) | Give the whole address" })
	void whatDoesNotReachWhoAsksIsRefused(String name, String typed, String told) {
		assertThat(save(name, typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "10.0.0.0/8 | 10.0.0.0/8", "10.1.2.3 | 10.1.2.3/32",
			"' 192.168.0.0/16,2001:db8::/32 ; ::1' | '192.168.0.0/16, 2001:db8::/32, ::1/128'", "'' | ''" })
	void proxiesAreNamedByTheirNetworks(String typed, String kept) {
		assertThat(save("proxies", typed)).hasStatus(HttpStatus.FOUND);
		assertThat(page().select("[name=proxies]").val()).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "proxy.example", "10.0.0.0/33", "10.0.0", "0.0.0.0/0", "::/0", "10.0.0.0/8 all", "localhost" })
	void whatIsNoNetworkIsRefused(String typed) {
		assertThat(save("proxies", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("is no network");
	}

	private MvcTestResult save(String name, String value) {
		return this.mvc.put()
			.uri("/settings/general")
			.param("organisation", "Meridian Home")
			.param("timeZone", "Europe/Brussels")
			.param("region", "BE")
			.param("evidenceIp", "truncated")
			.param(name, value)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
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
