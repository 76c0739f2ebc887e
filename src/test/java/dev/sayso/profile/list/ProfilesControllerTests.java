package dev.sayso.profile.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.SharedAddressNotes;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsForms;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what operators see and do with people.
 */
@ProductTest
class ProfilesControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	ProfileLookup references;

	@Autowired
	Says says;

	@Autowired
	ProfileRowViews rows;

	@Autowired
	ProfileFilterMessages messages;

	@Autowired
	ProfileFilterConditions filters;

	@Autowired
	ConsentSettings settings;

	@Autowired
	DetailsForms forms;

	@Autowired
	ProfileManagement management;

	@Autowired
	SharedAddressNotes sharedAddresses;

	@Autowired
	Attributes attributes;

	@Test
	void aQueryThatCannotBeReadMeansNobody() {
		for (String query : java.util.List.of("country=%zz", "q=%4", "origin=%zz", "attributes.orders=%zz")) {
			assertThat(this.mvc.get()
				.uri("/profiles/do-not-contact?all=true&query={query}", query)
				.with(dev.sayso.account.SignIn.operator())
				.exchange()
				.getResponse()
				.getStatus()).as(query).isEqualTo(400);
		}
	}

	@Test
	void anEmptyStoreTeachesTheFirstStep() {
		assertThat(get("/profiles")).hasStatusOk().bodyText().contains("Nobody here yet", "/profiles/new");
	}

	@Test
	void theListFindsAndKeepsItsFiltersInTheUrl() {
		this.people.create(Map.of("firstName", "Noor", "lastName", "Peeters", "country", "BE"));
		this.people.create(Map.of("firstName", "Inès", "lastName", "Marchand"));
		assertThat(get("/profiles?q=peet&country=BE")).hasStatusOk()
			.bodyText()
			.contains("Noor Peeters", "1 of 2 match", "Belgium")
			.doesNotContain("Inès");
		assertThat(get("/profiles?q=peet&country=&email=")).hasStatus(302).hasRedirectedUrl("/profiles?q=peet");
		assertThat(get("/profiles?q=zzz")).hasStatusOk().bodyText().contains("Nobody matches");
		assertThat(get("/profiles?cursor=rubbish&sort=bogus&email=bogus")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "NUMBER | abc | “abc” is no number", "NUMBER | 1.5.2 | “1.5.2” is no number",
					"DATE | yesterday | “yesterday” is no date", "DATE | 2026-02-30 | “2026-02-30” is no date",
					"BOOLEAN | perhaps | “perhaps” is neither yes nor no" })
	void aValueThatIsNoneIsSaidAtItsFilter(Attribute.Type type, String typed, String told) {
		this.people.create(Map.of());
		assertThat(admin("/settings/attributes", "name", "asked", "label", "Asked", "type", type.name()))
			.hasStatus(302);
		Document page = Jsoup
			.parse(new String(get("/profiles?attributes.asked=" + typed).getResponse().getContentAsByteArray(),
					StandardCharsets.UTF_8));
		Element field = Objects.requireNonNull(page.getElementById("by-attributes-asked"));
		assertThat(field.attr("aria-invalid")).isEqualTo("true");
		assertThat(Objects.requireNonNull(page.getElementById(field.attr("aria-describedby"))).text()).contains(told);
		assertThat(page.select("details[open] #by-attributes-asked")).hasSize(1);
		assertThat(page.select(".filter-menu [type=hidden][name=attributes.asked]")).isEmpty();
		assertThat(page.text()).contains("Nobody matches");
	}

	@Test
	void aConditionStandsAmongTheFiltersAndIsCarriedOn() {
		this.people.create(Map.of("firstName", "Noor", "country", "BE"));
		this.people.create(Map.of("firstName", "Inès"));
		String json = "{\"fact\":\"country\",\"operator\":\"is\",\"value\":\"BE\"}";
		String asked = "condition=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
		assertThat(list("condition", json)).hasStatusOk()
			.bodyText()
			.contains("Noor", "1 of 2 match", "People in Belgium", asked + "&amp;sort=name",
					"name=\"condition\" value=\"" + HtmlUtils.htmlEscape(json) + "\"",
					"name=\"query\" value=\"" + asked + "\"")
			.doesNotContain("Inès", "/audiences/new");
		assertThat(post("/profiles/do-not-contact", "all", "true", "query", asked, "count", "1", "channel", "any"))
			.hasStatus(302);
		assertThat(post("/exports", "query", asked)).hasStatusOk().bodyText().contains("Noor").doesNotContain("Inès");
	}

	@Test
	void aConditionThatCannotBeAskedShowsNobodyAndSaysWhy() {
		this.people.create(Map.of("firstName", "Noor"));
		for (String wrong : List.of("", "rubbish", "{\"fact\":\"shoeSize\",\"operator\":\"is\",\"value\":1}")) {
			assertThat(list("condition", wrong)).hasStatus(422)
				.bodyText()
				.contains("Nobody is shown",
						wrong.contains("shoeSize") ? "shoeSize" : "A condition that cannot be read")
				.doesNotContain("Noor", "action=\"/exports\"");
			String query = "condition=" + URLEncoder.encode(wrong, StandardCharsets.UTF_8);
			assertThat(post("/exports", "query", query)).hasRedirectedUrl("/profiles?" + query);
			assertThat(post("/profiles/do-not-contact", "all", "true", "query", query, "count", "1", "channel", "any"))
				.hasRedirectedUrl("/profiles?" + query);
		}
	}

	@Test
	void aQuestionThatTakesTooLongIsToBeNarrowed() {
		ProfileSearch slow = Mockito.mock();
		Mockito.when(slow.answer(Mockito.any(), Mockito.any(), Mockito.anyInt(), Mockito.anyInt()))
			.thenThrow(new QueryTimeoutException("cut off"));
		ProfileListPage list = new ProfileListPage(slow, this.rows, this.messages, this.filters, this.settings,
				this.attributes);
		ModelAndView answer = new ProfilesController(list, this.forms, this.management, this.sharedAddresses, List.of())
			.list(new LinkedMultiValueMap<>(Map.of("q", List.of("e"))), null);
		assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(answer.getViewName()).isEqualTo("profile/list/list");
		assertThat(((ProfileListView) answer.getModel().get("view")).faults().toString()).contains("took too long");
	}

	@Test
	void whoMakesAudiencesMakesOneOfWhatTheListShows() {
		this.people.create(Map.of("country", "BE"));
		assertThat(this.mvc.get().uri("/profiles?country=BE").with(SignIn.admin())).bodyText()
			.contains("Save as audience",
					"/audiences/new?condition=" + URLEncoder.encode(
							"{\"all\":[{\"fact\":\"country\",\"operator\":\"is\",\"value\":\"BE\"}]}",
							StandardCharsets.UTF_8));
		assertThat(this.mvc.get().uri("/profiles").with(SignIn.admin())).bodyText().doesNotContain("Save as audience");
		assertThat(get("/profiles?country=BE")).bodyText().doesNotContain("Save as audience");
	}

	@Test
	void htmlInANameIsText() {
		this.people.create(Map.of("firstName", "<script>alert(1)</script>"));
		assertThat(get("/profiles")).bodyText().doesNotContain("<script>alert").contains("&lt;script&gt;alert");
	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedIsKept() {
		MvcTestResult answer = post("/profiles", "firstName", "Zoë", "email", "nope", "mobile", "12", "birthDate",
				"1700-01-01");
		assertThat(answer).hasStatus(422)
			.bodyText()
			.contains("value=\"Zoë\"", "value=\"nope\"", "value=\"12\"", "details-email-error", "details-mobile-error",
					"3 things to fix");
		assertThat(this.profiles.count()).isZero();
	}

	@Test
	void aTakenExternalIdIsSaidAtItsField() {
		this.people.create(Map.of("externalId", "crm-1"));
		assertThat(post("/profiles", "externalId", "crm-1")).hasStatus(422)
			.bodyText()
			.contains("details-externalId-error");
	}

	@Test
	void addsAndEditsSomebody() {
		assertThat(post("/profiles", "firstName", "Zoë", "mobile", "+33 6 39 98 12 45")).hasStatus(302);
		Profile zoe = this.references.candidates("mobile:+33639981245").get(0);
		assertThat(put(zoe.id(), "version", "0", "firstName", "Zoé")).hasStatus(302)
			.hasRedirectedUrl("/profiles/" + zoe.id());
		Profile edited = this.profiles.findById(zoe.id()).orElseThrow();
		assertThat(edited.details().firstName()).isEqualTo("Zoé");
		assertThat(edited.details().mobile()).isEqualTo("+33639981245");
	}

	@Test
	void aLateEditSeesBothVersionsAndChooses() {
		Profile before = this.people.create(Map.of("firstName", "Camille", "city", "Lyon"));
		assertThat(put(before.id(), "version", "0", "firstName", "Camélia")).hasStatus(302);
		assertThat(put(before.id(), "version", "0", "firstName", "Camille", "city", "Paris")).hasStatus(409)
			.bodyText()
			.contains("Camélia", "Paris", "Lyon", "name=\"version\" value=\"1\"");
		assertThat(put(before.id(), "version", "1", "firstName", "Camélia", "city", "Paris")).hasStatus(302);
		Details after = this.profiles.findById(before.id()).orElseThrow().details();
		assertThat(List.of(after.firstName(), after.city())).containsExactly("Camélia", "Paris");
	}

	@Test
	void stopsContactWithThoseShownAndNobodyElse() {
		ProfileId one = this.people.create(Map.of("country", "BE")).id();
		ProfileId other = this.people.somebody();
		assertThat(get("/profiles/do-not-contact?id=" + one)).hasStatusOk()
			.bodyText()
			.contains("Stop contact with 1 person");
		assertThat(post("/profiles/do-not-contact", "id", one.toString(), "count", "1")).hasStatus(422);
		assertThat(post("/profiles/do-not-contact", "id", one.toString(), "count", "1", "channel", "email"))
			.hasStatus(302);
		assertThat(this.says.find(one).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(this.says.find(other).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void stopsContactWithNobodyWhenTheMatchHasChanged() {
		ProfileId one = this.people.create(Map.of("country", "BE")).id();
		this.people.create(Map.of("country", "BE"));
		assertThat(
				post("/profiles/do-not-contact", "all", "true", "query", "country=BE", "count", "1", "channel", "any"))
			.hasStatus(409)
			.bodyText()
			.contains("Stop contact with 2 people");
		assertThat(this.says.find(one).saysNoToAny()).isFalse();
		assertThat(post("/profiles/do-not-contact", "all", "true", "query", "country=BE", "count", "2", "channel",
				"any", "reason", "a letter"))
			.hasStatus(302);
		assertThat(this.says.find(one).saysNoToAny()).isTrue();
	}

	@Test
	void erasesOnlyWhomOneNames() {
		Profile profile = this.people.create(Map.of("firstName", "Camille", "lastName", "Lefèvre"));
		String page = "/profiles/" + profile.id() + "/erasure";
		assertThat(get(page)).hasStatusOk().bodyText().contains("What goes", "What stays");
		assertThat(post(page, "name", "Somebody")).hasStatus(422);
		assertThat(post(page, "name", "camille lefevre")).hasStatus(302).hasRedirectedUrl("/profiles");
		assertThat(get(page)).hasStatus(404);
	}

	@Test
	void attributesAreDeclaredOnceAndTypedForGood() {
		assertThat(admin("/settings/attributes", "name", "1st", "label", "", "type", "ONE_OF")).hasStatus(422)
			.bodyText()
			.contains("f-name-error", "f-label-error", "f-options-error");
		assertThat(admin("/settings/attributes", "name", "tier", "label", "Tier", "type", "ONE_OF", "options",
				"gold\nsilver"))
			.hasStatus(302);
		assertThat(admin("/settings/attributes", "name", "tier", "label", "Again", "type", "TEXT")).hasStatus(422);
		assertThat(post("/profiles", "email", "a@b.example", "attributes.tier", "bronze")).hasStatus(422);
		assertThat(post("/profiles", "email", "a@b.example", "attributes.tier", "gold")).hasStatus(302);
		String url = "/settings/attributes/" + this.attributes.findByName("tier").orElseThrow().id();
		assertThat(admin(url, "_method", "put", "label", "Rank", "type", "TEXT", "options", "gold", "version", "0"))
			.hasStatus(302);
		Attribute edited = this.attributes.findByName("tier").orElseThrow();
		assertThat(edited.type()).isEqualTo(Attribute.Type.ONE_OF);
		assertThat(edited.label()).isEqualTo("Rank");
		assertThat(this.mvc.get().uri(url + "/deletion").with(SignIn.admin())).bodyText().contains("1 person loses");
		assertThat(admin(url, "_method", "delete", "name", "wrong")).hasStatus(422);
		assertThat(admin(url, "_method", "delete", "name", "tier")).hasStatus(302);
		assertThat(this.attributes.findByName("tier")).isEmpty();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).with(SignIn.operator()).exchange();
	}

	private MvcTestResult list(String name, String value) {
		return this.mvc.get().uri("/profiles").param(name, value).with(SignIn.operator()).exchange();
	}

	private MvcTestResult put(ProfileId id, String... parameters) {
		return send(this.mvc.post().uri("/profiles/" + id).param("_method", "put").with(SignIn.operator()), parameters);
	}

	private MvcTestResult post(String uri, String... parameters) {
		return send(this.mvc.post().uri(uri).with(SignIn.operator()), parameters);
	}

	private MvcTestResult admin(String uri, String... parameters) {
		return send(this.mvc.post().uri(uri).with(SignIn.admin()), parameters);
	}

	private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String... parameters) {
		for (int pair = 0; pair < parameters.length; pair += 2) {
			request.param(parameters[pair], parameters[pair + 1]);
		}
		return request.with(csrf()).exchange();
	}

}
