package dev.sayso.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.util.UriUtils;

import dev.sayso.ProductTest;
import dev.sayso.audit.AuditedChanges;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProductTest
class SavedViewsTests {

	private static final String LIST = "/activity?q=welcome&type=offer";

	@Autowired
	Accounts accounts;

	@Autowired
	SavedViews views;

	@Autowired
	AuditedChanges changes;

	@Autowired
	People people;

	@Autowired
	EraseProfile erasure;

	@Autowired
	MockMvcTester mvc;

	private RequestPostProcessor sofie;

	private RequestPostProcessor jonas;

	private RequestPostProcessor ada;

	@BeforeEach
	void people() {
		this.sofie = account("sofie", Role.OPERATOR);
		this.jonas = account("jonas", Role.AUDITOR);
		this.ada = account("ada", Role.ADMIN);
	}

	@ParameterizedTest
	@CsvSource({ "/profiles?email=no&q=a b&email=wait&cursor=x&evil=1, /profiles?email=no&email=wait&q=a+b",
			"/profiles?attributes.tier=gold&order=asc&lang=fr, /profiles?attributes.tier=gold&order=asc",
			"/activity?q=x&from=2026-01-01&before=12, /activity?from=2026-01-01&q=x",
			"/offers?sort=priority&page=2&status=draft, /offers?sort=priority&status=draft",
			"/audiences?archived=true&page=3, /audiences?archived=true",
			"/decisions?placement=web-hero&q=&page=1, /decisions?placement=web-hero",
			"/landing-pages?kind=denylist&q=%C3%A9t%C3%A9%26%22, /landing-pages?kind=denylist&q=%C3%A9t%C3%A9%26%22",
			"/collections?q=50%25&x=%zz, /collections?q=50%25" })
	void whatIsAskedOfAListIsKeptWithoutThePage(String shown, String kept) {
		assertThat(save(this.sofie, shown, "Mine")).hasRedirectedUrl(kept);
		Document list = page(kept, this.sofie);
		assertThat(list.title()).isNotBlank();
	}

	@Test
	void aViewIsPickedFromTheMenuOfItsList() {
		save(this.sofie, LIST, "Welcome offers");
		save(this.sofie, "/profiles?country=FR", "French");
		this.people.somebody();
		Document list = page("/activity", this.sofie);
		assertThat(list.select(".views a[href^=/activity]").eachText()).containsExactly("Welcome offers");
		assertThat(list.select(".views a[href^=/activity]").attr("href")).isEqualTo(LIST);
		assertThat(list.select(".views summary").text()).isEqualTo("Views");
		Document view = page("/activity?type=offer&q=welcome&before=99", this.sofie);
		assertThat(view.select(".views summary").text()).isEqualTo("Welcome offers");
		assertThat(view.select(".views a[href^=/account/views/new]")).isEmpty();
		Document other = page("/activity?q=other", this.sofie);
		assertThat(other.select(".views a[href^=/account/views/new]").attr("href"))
			.isEqualTo("/account/views/new?list=%2Factivity%3Fq%3Dother");
		assertThat(page("/profiles", this.sofie).select(".views a[href^=/profiles]").text()).isEqualTo("French");
	}

	@Test
	void onlyWhatIsSharedIsOfferedToOthersAndChangedByAdministrators() {
		save(this.sofie, LIST, "Private");
		save(this.sofie, "/activity?q=all", "For all", "shared", "true");
		assertThat(page("/activity", this.jonas).select(".views li").eachText()).containsExactly("For all");
		assertThat(page("/activity", this.jonas).select(".views .btn-icon")).isEmpty();
		assertThat(page("/activity", this.ada).select(".views .btn-icon").eachAttr("aria-label"))
			.containsExactly("Change or delete For all");
		String all = edit("For all");
		String own = edit("Private");
		for (String address : List.of(all, own)) {
			assertThat(send(HttpMethod.GET, address, this.jonas)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(send(HttpMethod.PUT, address, this.jonas, "name", "Taken")).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(send(HttpMethod.DELETE, address, this.jonas)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(send(HttpMethod.DELETE, own, this.ada)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(send(HttpMethod.PUT, all, this.ada, "name", "Everything", "shared", "true", "version", "0"))
			.hasRedirectedUrl("/activity?q=all");
		assertThat(page("/activity", this.jonas).select(".views li").eachText()).containsExactly("Everything");
		assertThat(send(HttpMethod.DELETE, all, this.ada)).hasRedirectedUrl("/activity");
		assertThat(page("/activity", this.sofie).select(".views li").eachText()).containsExactly("Private");
		send(HttpMethod.PUT, own, this.sofie, "name", "Renamed", "version", "0");
		assertThat(page("/activity", this.sofie).select(".views li").eachText()).containsExactly("Renamed");
		assertThat(send(HttpMethod.DELETE, own, this.sofie)).hasRedirectedUrl("/activity");
		assertThat(page("/activity", this.sofie).select(".views li")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/activity?q=autumn&type=offer", "/activity?from=2026-02-01", "/activity?actor=Ada&q=a%26b" })
	void whatTheListShowsNowIsSavedOverAView(String shown) {
		save(this.sofie, LIST, "Mine", "shared", "true");
		save(this.sofie, "/profiles?q=a", "Other list");
		String now = "/account/views/new?list=" + UriUtils.encode(shown, UTF_8);
		assertThat(page(now, this.jonas).select("form[action$=/filters]")).isEmpty();
		for (RequestPostProcessor who : List.of(this.sofie, this.ada)) {
			Element over = page(now, who).select("form[action$=/filters]").first();
			assertThat(over.text()).contains("Mine").doesNotContain("Other list");
			MvcTestResult answer = send(HttpMethod.PUT, over.attr("action"), who, "list", shown, "version",
					over.select("[name=version]").val());
			assertThat(answer).hasRedirectedUrl(shown);
		}
		assertThat(page("/activity", this.sofie).select(".views a[href^=/activity]").attr("href")).isEqualTo(shown);
		assertThat(page("/activity", this.sofie).select(".views a[href^=/activity]").text()).isEqualTo("Mine");
	}

	@Test
	void aViewIsSavedOverOnlyByWhoMayAndFromItsOwnListAndNotUnseen() {
		save(this.sofie, LIST, "Mine");
		save(this.sofie, "/activity?q=all", "For all", "shared", "true");
		String own = edit("Mine") + "/filters";
		String all = edit("For all") + "/filters";
		for (RequestPostProcessor who : List.of(this.jonas, this.ada)) {
			assertThat(send(HttpMethod.PUT, own, who, "list", "/activity?q=y")).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(send(HttpMethod.PUT, all, this.jonas, "list", "/activity?q=y")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(send(HttpMethod.PUT, own, this.sofie, "list", "/profiles?q=y")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(send(HttpMethod.PUT, own, this.sofie, "list", "/activity?page=2", "version", "0"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("there is nothing to save");
		assertThat(send(HttpMethod.PUT, own, this.sofie, "list", "/activity?q=y", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(send(HttpMethod.PUT, own, this.sofie, "list", "/activity?q=z", "version", "0"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else changed Mine meanwhile");
		assertThat(send(HttpMethod.PUT, edit("Mine"), this.sofie, "name", "Late", "version", "0"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Late", "Mine");
		assertThat(page("/activity", this.sofie).select(".views li a[href='/activity?q=y']").text()).isEqualTo("Mine");
	}

	@Test
	void theActivityTellsWhoSavedChangedAndDeletedAView() {
		save(this.sofie, "/profiles?country=FR&q=a%26b", "French");
		this.people.somebody();
		String view = page("/profiles", this.sofie).select(".views .btn-icon").attr("href");
		send(HttpMethod.PUT, view, this.sofie, "name", "Belgian", "shared", "true", "version", "0");
		send(HttpMethod.PUT, view + "/filters", this.ada, "list", "/profiles?country=BE", "version", "1");
		send(HttpMethod.PUT, view, this.ada, "name", "Belgian", "shared", "true", "version", "2");
		send(HttpMethod.DELETE, view, this.ada);
		assertThat(page("/activity?type=saved_view", this.jonas).select(".log li").eachText()).satisfiesExactly(
				(deleted) -> assertThat(deleted).contains("View Belgian – deleted by ada"),
				(filtered) -> assertThat(filtered).contains("View Belgian – edited by ada",
						"Shows: country: FR, q: a&b → country: BE"),
				(renamed) -> assertThat(renamed).contains("View Belgian – edited by sofie", "Name: French → Belgian",
						"Offered to everybody: No → Yes"),
				(created) -> assertThat(created).contains("View French – created by sofie", "List: Profiles",
						"Shows: country: FR, q: a&b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=anna%2Bnews%40posteo.example",
			"condition=%7B%22fact%22%3A%22email%22%2C%22operator%22%3A%22is%22%2C%22value%22%3A%22anna%2Bnews%40posteo.example%22%7D",
			"country=FR&q=%2B33639981245", "q=crm-204817" })
	void aViewForgetsWhoIsErased(String query) {
		ProfileId anna = this.people
			.create(Map.of("email", "anna+news@posteo.example", "mobile", "+33639981245", "externalId", "crm-204817"))
			.id();
		this.people.somebody();
		save(this.sofie, "/profiles?" + query, "One");
		this.erasure.erase(anna, Actor.system());
		String view = page("/profiles", this.sofie).select(".views a[href^=/profiles]").attr("href");
		assertThat(view).contains("%E2%80%93").doesNotContain("anna", "3363", "204817");
		assertThat(send(HttpMethod.GET, view, this.sofie).getResponse().getStatus()).isIn(200, 422);
		assertThat(page("/activity?type=saved_view", this.ada).text()).contains("View One – created")
			.doesNotContain("anna", "3363", "204817");
	}

	@ParameterizedTest
	@CsvSource({ "' ', at most 100", "x, of this name" })
	void aNameIsNeededThatOneHasNotGivenYet(String name, String told) {
		save(this.sofie, LIST, "x");
		MvcTestResult answer = save(this.sofie, "/activity?q=y", name);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(told);
		assertThat(save(this.sofie, "/activity?q=y", "n".repeat(101))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(save(this.jonas, "/activity?q=y", "x")).hasStatus3xxRedirection();
		assertThat(save(this.sofie, "/profiles?q=y", "x")).hasStatus3xxRedirection();
	}

	@Test
	void nothingAndTooMuchAreNotKept() {
		assertThat(save(this.sofie, "/activity?page=2", "Nothing")).bodyText().contains("there is nothing to save");
		assertThat(save(this.sofie, "/profiles?condition=" + "x".repeat(6000), "Much")).bodyText()
			.contains("too much for a view");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/settings?q=a", "/profiles/new?q=a", "//evil.example?q=a",
			"https://evil.example/profiles?q=a", "q=a", "" })
	void onlyAListHasViews(String list) {
		assertThat(save(this.ada, list, "Evil")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.views.find("settings", this.accounts.findByUsername("ada").orElseThrow().id())).isEmpty();
	}

	@Test
	void whoDoesNotSeeAListSavesNoViewOfIt() {
		SavedViewsController controller = new SavedViewsController(this.views, this.changes,
				List.of(SavableList.of("settings", "q")), Clock.systemUTC());
		PageFrame frame = new PageFrame(List.of(), null, "auto", "en", "/", List.of(), List.of(), List.of());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> controller.draft("/settings?q=a", principal("ada"), frame, new ConcurrentModel()));
	}

	@ParameterizedTest
	@CsvSource({ "activity, from=yesterday&q=x, 422", "offers, status=nonsense&sort=weight, 200",
			"profiles, email=perhaps&sort=weight&country=FR, 200", "decisions, placement=was-deleted, 200" })
	void aViewThatHoldsNoMoreOpensItsListWithWhatCanBeRead(String section, String query, int status) {
		Account sofie = this.accounts.findByUsername("sofie").orElseThrow();
		this.views
			.save(SavedView.create(sofie.id(), section, query, new SavedViewForm("Old", false, 0), Instant.EPOCH));
		this.people.somebody();
		assertThat(send(HttpMethod.GET, "/" + section + "?" + query, this.sofie)).hasStatus(status);
	}

	private AccountPrincipal principal(String username) {
		return new AccountPrincipal(this.accounts.findByUsername(username).orElseThrow());
	}

	private RequestPostProcessor account(String username, Role role) {
		return SecurityMockMvcRequestPostProcessors.user(new AccountPrincipal(
				this.accounts.save(Account.create(username, username, "{noop}none", role, Instant.EPOCH))));
	}

	private String edit(String name) {
		return page("/activity", this.sofie).select(".views .btn-icon[aria-label$='" + name + "']").attr("href");
	}

	private MvcTestResult save(RequestPostProcessor who, String list, String name, String... more) {
		String[] fields = new String[more.length + 2];
		fields[0] = "name";
		fields[1] = name;
		System.arraycopy(more, 0, fields, 2, more.length);
		return send(HttpMethod.POST, "/account/views/new?list=" + UriUtils.encode(list, UTF_8), who, fields);
	}

	private MvcTestResult send(HttpMethod verb, String address, RequestPostProcessor who, String... fields) {
		var request = this.mvc.method(verb).uri(URI.create(address)).with(who).with(SignIn.csrf());
		for (int at = 0; at < fields.length; at += 2) {
			request.param(fields[at], fields[at + 1]);
		}
		return request.exchange();
	}

	private Document page(String address, RequestPostProcessor who) {
		return Jsoup.parse(new String(send(HttpMethod.GET, address, who).getResponse().getContentAsByteArray(), UTF_8));
	}

}
