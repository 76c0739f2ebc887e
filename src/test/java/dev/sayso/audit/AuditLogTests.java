package dev.sayso.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class AuditLogTests {

	private static final Actor ADA = Actor.account("1", "Ada Verhoeven");

	@Autowired
	Audit audit;

	@Autowired
	MockMvcTester mvc;

	@BeforeEach
	void entries() {
		this.audit.write(ADA, "edited", new AuditSubject("account", "42", "Jonas Wouters"),
				FieldChange.between(Map.of("role", "AUDITOR"), Map.of("role", "ADMIN")));
		this.audit.write(Actor.account("2", "Léa <b>Dumont</b>"), "published",
				new AuditSubject("landing-page", "43", "Stop <script>everything</script>"),
				FieldChange.between(Map.of("title.fr", "Avant"), Map.of("title.fr", "Après")));
	}

	@Test
	void whatWasConfiguredIsToldInWords() {
		assertThat(page("/activity", SignIn.admin())).contains("Jonas Wouters", "Auditor", "Administrator",
				"/settings/accounts/42", "Title (French)", "Avant", "Après", "Ada Verhoeven");
		assertThat(page("/activity?lang=fr", SignIn.admin())).contains("Auditeur", "Administrateur", "modification");
	}

	@Test
	void whoMayNotSeeSettingsDoesNotReadOfThemHere() {
		assertThat(page("/activity", SignIn.operator())).contains("Stop").doesNotContain("Jonas Wouters");
		assertThat(page("/activity?type=account", SignIn.marketer())).doesNotContain("Jonas Wouters");
		assertThat(page("/activity?type=account", SignIn.auditor())).contains("Jonas Wouters");
	}

	@Test
	void textsAreShownAsText() {
		assertThat(page("/activity", SignIn.admin())).doesNotContain("<script>everything", "<b>Dumont");
	}

	@Test
	void filtersLetThroughWhatTheySay() {
		assertThat(page("/activity?actor={actor}", SignIn.admin(), "Ada Verhoeven")).contains("Jonas Wouters")
			.doesNotContain("Après");
		assertThat(page("/activity?type=account&subject=41", SignIn.admin())).contains("Nothing matches");
		assertThat(page("/activity?from=2026-01-01&to=2099-12-31", SignIn.admin())).contains("Jonas Wouters");
		assertThat(page("/activity?to=2020-01-01", SignIn.admin())).contains("Nothing matches");
	}

	@Test
	void olderEntriesFollowOnFurtherPages() {
		for (int i = 0; i < AuditLog.PAGE; i++) {
			this.audit.write(ADA, "edited", new AuditSubject("account", "7", "Number " + i + "."), List.of());
		}
		String first = page("/activity?type=account", SignIn.admin());
		assertThat(first).contains("Number 49.", "Number 0.").doesNotContain("Jonas Wouters");
		String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		assertThat(page(next, SignIn.admin())).contains("Jonas Wouters").doesNotContain("Number 0.");
	}

	@ParameterizedTest
	@CsvSource({ "jonas wout, Jonas", "WOUTERS auditor, Jonas", "administrator, Jonas", "role, Jonas",
			"ada account, Jonas", "edited, Jonas", "lea, everything", "apres, everything", "french title, everything",
			"landing, everything" })
	void wordsFindTheNamesFieldsAndValuesThatAreShown(String typed, String found) {
		assertThat(names("/activity?q={q}", typed)).singleElement().asString().contains(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jonas everything", "AUDITORX", "%", "title.fr", "_" })
	void wordsThatNoEntryShowsFindNothing(String typed) {
		assertThat(names("/activity?q={q}", typed)).isEmpty();
		assertThat(page("/activity?q={q}", SignIn.admin(), typed)).contains("Nothing matches");
	}

	@Test
	void aSearchGoesThroughMoreThanThePageShows() {
		this.audit.write(ADA, "edited", new AuditSubject("account", "8", "A needle"), List.of());
		for (int i = 0; i < 250; i++) {
			this.audit.write(ADA, "edited", new AuditSubject("account", "7", "Number " + i + "."), List.of());
		}
		assertThat(names("/activity?q=needle")).containsExactly("A needle");
		assertThat(names("/activity?q=number")).hasSize(AuditLog.PAGE);
	}

	@Test
	void anEntryIsOneLineWithItsChangesFolded() {
		for (int i = 0; i < AuditLog.PAGE; i++) {
			Map<String, String> fields = IntStream.range(0, 40)
				.boxed()
				.collect(Collectors.toMap((field) -> "words " + field, (field) -> "Words of a title ".repeat(30)));
			this.audit.write(ADA, "edited", new AuditSubject("account", "9", "Long"),
					FieldChange.between(Map.of(), fields));
		}
		Document page = Jsoup.parse(page("/activity", SignIn.admin()));
		assertThat(page.select(".log li")).hasSize(AuditLog.PAGE)
			.allSatisfy((line) -> assertThat(line.select("details:not([open]) summary").text()).isEqualTo("40 fields"));
		assertThat(page.select("main *")).hasSizeLessThan(500);
		assertThat(page.html().length()).isLessThan(250_000);
		String whole = page.selectFirst(".log li details a").attr("href");
		assertThat(Jsoup.parse(page(whole, SignIn.admin())).select("dt")).hasSize(40);
		assertThat(Jsoup.parse(page("/activity?q=jonas", SignIn.admin())).select(".log li details").text())
			.contains("1 field changed", "Role: Auditor → Administrator");
	}

	@Test
	void whoMayNotSeeSettingsDoesNotOpenAnEntryOfThem() {
		String whole = Jsoup.parse(page("/activity?q=jonas", SignIn.admin()))
			.selectFirst(".log li details a")
			.attr("href");
		assertThat(this.mvc.get().uri(whole).with(SignIn.auditor())).hasStatusOk().bodyText().contains("Administrator");
		assertThat(this.mvc.get().uri(whole).with(SignIn.operator())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/activity/999999999").with(SignIn.admin())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource({ "from, yesterday", "to, 31/12/2026", "from, 2026-02-30", "to, 10000-01-01", "from, 2026-1-1",
			"to, '2026-01-01T10:00'" })
	void aDayThatCannotBeReadIsToldAtItsField(String name, String typed) {
		assertThat(this.mvc.get().uri("/activity?{name}={typed}", name, typed).with(SignIn.admin()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = Jsoup.parse(page("/activity?{name}={typed}", SignIn.admin(), name, typed));
		Element field = page.selectFirst("[name=" + name + "]");
		assertThat(field.attr("aria-invalid")).isEqualTo("true");
		assertThat(page.getElementById(field.attr("aria-describedby")).text()).contains(typed, "is not a day");
		assertThat(this.mvc.get().uri("/activity.csv?{name}={typed}", name, typed).with(SignIn.admin()))
			.hasStatus3xxRedirection();
	}

	@Test
	void daysThatAreTheWrongWayRoundAreTold() {
		Document page = Jsoup.parse(page("/activity?from=2026-05-02&to=2026-05-01", SignIn.admin()));
		assertThat(page.getElementById("to-error").text()).isEqualTo("This day is before the first one.");
	}

	@Test
	void theFileHoldsExactlyWhatTheSearchShows() {
		this.audit.write(ADA, "edited", new AuditSubject("account", "7", "=Formula"), List.of());
		Document page = Jsoup.parse(page("/activity?q=ada&type=account", SignIn.admin()));
		List<String> files = page.select("a[download]").eachAttr("href");
		assertThat(files).hasSize(2);
		String sheet = page(files.get(0), SignIn.admin());
		assertThat(sheet.lines()).hasSize(3);
		assertThat(sheet).startsWith("\uFEFFWhen (UTC),")
			.contains(",Ada Verhoeven,account,Account,account,'=Formula,7,edited,edited,,,,")
			.contains("Jonas Wouters,42,edited,edited,Role,role,Auditor,Administrator");
		assertThat(page(files.get(1), SignIn.admin())).startsWith("When (UTC),").contains(",=Formula,7,");
		assertThat(page("/activity.csv?q=jonas", SignIn.operator()).lines()).hasSize(1);
		assertThat(page("/activity.csv?lang=fr&q=apres", SignIn.operator())).contains("Titre (français)",
				"Avant,Après");
	}

	private List<String> names(String path, Object... variables) {
		return Jsoup.parse(page(path, SignIn.admin(), variables)).select(".log li p .who, .log li p b").eachText();
	}

	private String page(String path, RequestPostProcessor reader, Object... variables) {
		try {
			return this.mvc.get().uri(path, variables).with(reader).exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
