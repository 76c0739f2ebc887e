package dev.sayso.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import dev.sayso.person.People;
import dev.sayso.shared.NotFoundException;
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
	People people;

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
		assertThat(send(HttpMethod.PUT, all, this.ada, "name", "Everything", "shared", "true"))
			.hasRedirectedUrl("/activity?q=all");
		assertThat(page("/activity", this.jonas).select(".views li").eachText()).containsExactly("Everything");
		assertThat(send(HttpMethod.DELETE, all, this.ada)).hasRedirectedUrl("/activity");
		assertThat(page("/activity", this.sofie).select(".views li").eachText()).containsExactly("Private");
		send(HttpMethod.PUT, own, this.sofie, "name", "Renamed");
		assertThat(page("/activity", this.sofie).select(".views li").eachText()).containsExactly("Renamed");
		assertThat(send(HttpMethod.DELETE, own, this.sofie)).hasRedirectedUrl("/activity");
		assertThat(page("/activity", this.sofie).select(".views li")).isEmpty();
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
		SavedViewsController controller = new SavedViewsController(this.views, List.of(SavableList.of("settings", "q")),
				Clock.systemUTC());
		PageFrame frame = new PageFrame(List.of(), null, "auto", "en", "/", List.of(), List.of(), List.of());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> controller.draft("/settings?q=a", frame, new ConcurrentModel()));
	}

	@ParameterizedTest
	@CsvSource({ "activity, from=yesterday&q=x, 422", "offers, status=nonsense&sort=weight, 200",
			"profiles, email=perhaps&sort=weight&country=FR, 200", "decisions, placement=was-deleted, 200" })
	void aViewThatHoldsNoMoreOpensItsListWithWhatCanBeRead(String section, String query, int status) {
		Account sofie = this.accounts.findByUsername("sofie").orElseThrow();
		this.views.save(SavedView.create(sofie.id(), section, query, new SavedViewForm("Old", false), Instant.EPOCH));
		this.people.somebody();
		assertThat(send(HttpMethod.GET, "/" + section + "?" + query, this.sofie)).hasStatus(status);
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
