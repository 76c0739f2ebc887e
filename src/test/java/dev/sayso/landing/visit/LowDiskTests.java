package dev.sayso.landing.visit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;

import dev.sayso.PageForm;
import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiTokenForm;
import dev.sayso.account.token.ApiTokenManagement;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.FullDisk;
import dev.sayso.store.LowDiskException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that where there is hardly any room noes are taken through every door, and
 * nothing else through any.
 */
@ProductTest
class LowDiskTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	ApiTokenManagement tokens;

	@Autowired
	FullDisk disk;

	private ProfileId person;

	private String token;

	@BeforeEach
	void person() {
		this.person = this.people.somebody();
		this.token = this.tokens.create(
				new ApiTokenForm("Shop", java.util.EnumSet.of(ApiScope.PROFILES, ApiScope.LIFT, ApiScope.AUDIENCES)),
				Actor.system());
		this.disk.fill();
	}

	@AfterEach
	void empty() {
		this.disk.empty();
	}

	@Test
	void theApiTakesNoesAndSaysWhyItTakesNothingElse() {
		assertThat(patch("{\"marketing\":{\"email\":{\"val\":\"n\"}}}")).hasStatusOk();
		assertThat(patch("{\"marketing\":{\"sms\":{\"val\":\"y\"}}}")).hasStatus(503)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyText()
			.contains("noes are taken, nothing else");
		assertThat(patch("{\"marketing\":{\"call\":{\"val\":\"n\"},\"sms\":{\"val\":\"y\"}}}")).hasStatus(503)
			.bodyText()
			.contains("The no to marketing.call was taken");
		says(Channel.EMAIL, true);
		says(Channel.CALL, true);
		says(Channel.SMS, false);
		for (String path : List.of("/api/v1/profiles", "/api/v1/decisions", "/api/v1/audiences/x/membership")) {
			assertThat(api(HttpMethod.POST, path, "{}")).hasStatus(503).bodyText().contains("hardly any room");
		}
		assertThat(api(HttpMethod.DELETE, "/api/v1/profiles/" + this.person, "")).hasStatus(503);
		assertThat(api(HttpMethod.GET, "/api/v1/profiles/" + this.person, "")).hasStatusOk();
	}

	@Test
	void theConsoleTakesNoesAndSaysSoAboveEveryPage() {
		assertThat(denylist("doNotContact", "sms")).hasStatus3xxRedirection();
		says(Channel.SMS, true);
		assertThat(this.mvc.get().uri("/profiles/" + this.person).with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.contains("only noes are taken");
		for (String path : List.of("/audiences", "/profiles", "/settings/general", "/imports", "/landing-pages")) {
			assertThat(this.mvc.post().uri(path).with(SignIn.admin()).with(csrf())).hasStatus(503)
				.bodyText()
				.contains("Hardly any room is left", "Noes are still taken");
		}
	}

	@Test
	void pagesTakeTheNoesOfAFormAndShowTheRestAgain() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		String link = this.pages.link(page, this.person);
		PageForm form = new PageForm(html(this.mvc.get().uri(link).exchange()));
		MvcTestResult mixed = submit(link,
				form.body().replaceAll("channel\\.(email|sms)=on&?", "") + "&channel.sms=on&field.firstName=Changed");
		assertThat(mixed).hasStatus(422).bodyText().contains("anything but a no at the moment");
		says(Channel.EMAIL, true);
		says(Channel.SMS, false);
		LandingPage stop = this.pages.denylist(false);
		assertThat(submit(this.pages.link(stop, this.person), "List-Unsubscribe=One-Click")).hasStatusOk();
		assertThat(this.says.find(this.person).saysNoToAny()).isTrue();
	}

	@Test
	void aNoToOnePurposeIsTakenFromAnOperatorAndNothingElse() {
		assertThat(purpose("marketing.email", "n", "")).hasStatus3xxRedirection();
		says(Channel.EMAIL, true);
		assertThat(purpose("marketing.sms", "y", "in-person")).hasStatus(503)
			.bodyText()
			.contains("Noes are still taken");
		says(Channel.SMS, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "crm/7", "a/b/c", "50%", "a b", "a;b" })
	void aNoIsTakenForWhoeverIsNamed(String externalId) {
		String id = "externalId:" + UriUtils.encode(externalId, StandardCharsets.UTF_8);
		assertThat(api(HttpMethod.PATCH, "/api/v1/profiles/" + id + "/consents",
				"{\"marketing\":{\"email\":{\"val\":\"n\"}}}"))
			.hasStatus(404);
	}

	/**
	 * What noes do not come by is refused before anything is read of it: each address
	 * that acts is on one side or the other.
	 */
	@Test
	void noOtherAddressActs() throws IOException {
		List<String> doors = new ArrayList<>();
		for (String line : new ClassPathResource("dev/sayso/account/security/urls.txt")
			.getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((each) -> each.matches("(POST|PUT|DELETE|PATCH) .*"))
			.distinct()
			.toList()) {
			String[] parts = line.split(" ");
			String path = parts[1].replaceAll("\\{\\w+(:[^/]*})?}", "1");
			MockMvcTester.MockMvcRequestBuilder call = this.mvc.method(HttpMethod.valueOf(parts[0]))
				.uri(URI.create(path));
			MvcTestResult answer = (parts[3].equals("api") ? call.header("Authorization", "Bearer " + this.token)
					: call.with(SignIn.admin()).with(csrf()))
				.exchange();
			if (answer.getResponse().getStatus() != 503) {
				doors.add(parts[0] + " " + parts[1]);
			}
		}
		assertThat(doors).containsExactlyInAnyOrder("POST /account/password", "POST /inbound/{slug}",
				"POST /profiles/do-not-contact", "POST /profiles/{id}/do-not-contact",
				"PUT /profiles/{id}/purposes/{purpose}", "POST /p/{slug}", "POST /p/{slug}/{token}", "POST /u/{token}",
				"POST /p/{slug}/results/{receipt}/undo", "POST /p/changes/{token}", "POST /p/confirmations/{token}",
				"PATCH /api/v1/profiles/{id}/consents");
	}

	@Test
	void whatWentWrongWithANoIsSaid() {
		assertThat(this.mvc.post().uri("/error").with(SignIn.operator()).with(csrf()).with((request) -> {
			request.setDispatcherType(DispatcherType.ERROR);
			request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
			return request;
		})).hasStatus(404);
	}

	@Test
	void nobodyIsMadeAnewOrChanged() {
		assertThatExceptionOfType(LowDiskException.class).isThrownBy(() -> this.people.somebody());
		assertThatExceptionOfType(LowDiskException.class)
			.isThrownBy(() -> this.people.change(this.person, Map.of("firstName", "Changed")));
	}

	private MvcTestResult purpose(String purpose, String choice, String evidence) {
		return this.mvc.put()
			.uri("/profiles/" + this.person + "/purposes/" + purpose)
			.param("choice", choice)
			.param("evidence", evidence)
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
	}

	private void says(Channel channel, boolean no) {
		assertThat(this.says.find(this.person).saysNo(channel)).as(channel.key()).isEqualTo(no);
	}

	private MvcTestResult patch(String body) {
		return api(HttpMethod.PATCH, "/api/v1/profiles/" + this.person + "/consents", body);
	}

	private MvcTestResult api(HttpMethod method, String path, String body) {
		return this.mvc.method(method)
			.uri(URI.create(path))
			.header("Authorization", "Bearer " + this.token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult denylist(String name, String value) {
		return this.mvc.post()
			.uri("/profiles/" + this.person + "/do-not-contact")
			.param(name, value)
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult submit(String path, String body) {
		return this.mvc.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content(body).exchange();
	}

	private static String html(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
