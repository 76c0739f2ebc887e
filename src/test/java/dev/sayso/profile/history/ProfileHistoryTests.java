package dev.sayso.profile.history;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.profile.history.ProfileHistory.Event;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class ProfileHistoryTests {

	@Autowired
	ProfileHistory history;

	@Autowired
	People people;

	@Autowired
	ProfileManagement management;

	@Autowired
	Profiles profiles;

	@Autowired
	Attributes attributes;

	@Autowired
	RecordSay record;

	@Autowired
	MockMvcTester mvc;

	@Test
	void pagingThroughShowsEverythingOnceAndNewestFirst() {
		ProfileId somebody = lively();
		List<Event> all = this.history.page(somebody, query(Map.of()), 100).events();
		List<Event> paged = new ArrayList<>();
		HistoryCursor cursor = HistoryCursor.NEWEST;
		while (cursor != null) {
			ProfileHistory.Page page = this.history.page(somebody, query(Map.of("cursor", cursor.toString())), 2);
			paged.addAll(page.events());
			cursor = page.next();
		}
		assertThat(paged).isEqualTo(all).hasSize(this.history.count(somebody, query(Map.of())));
		assertThat(all).extracting(Event::at).isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void filtersLetThroughWhatTheySay() {
		ProfileId somebody = lively();
		assertThat(this.history.count(somebody, query(Map.of("purpose", "marketing.email")))).isEqualTo(3);
		assertThat(this.history.count(somebody, query(Map.of("purpose", "details")))).isEqualTo(4);
		assertThat(this.history.count(somebody, query(Map.of("origin", "subject")))).isEqualTo(3);
		assertThat(this.history.count(somebody, query(Map.of("when", "30")))).isEqualTo(7);
		assertThat(this.history.count(somebody, query(Map.of("to", "2020-01-01")))).isZero();
		assertThat(this.history.count(somebody, query(Map.of("origin", "nonsense", "from", "yesterday")))).isEqualTo(7);
	}

	@Test
	void aPageCanBeginWithOneEntry() {
		ProfileId somebody = lively();
		LedgerEntry second = this.history.page(somebody, query(Map.of("purpose", "marketing.email")), 9)
			.events()
			.get(1)
			.said();
		assertThat(second).isNotNull();
		ProfileHistory.Page page = this.history.page(somebody, query(Map.of("entry", second.id().toString())), 9);
		assertThat(page.events().get(0).said()).isEqualTo(second);
	}

	@Test
	void theTabTellsItInPlainSentencesWithTheEvidenceAndWhatTheySaw() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Choice.NO, "too <b>many</b>",
				Evidence.NONE.with("page", "preferences")
					.with("pageName", "Preferences")
					.with("pageVersion", 3)
					.with("reachedBy", "personal")
					.with("language", "fr")
					.with("wording",
							Map.of("title", "Comment souhaitez-vous être contactée ?", "intro", "Cochez.", "boxes",
									List.of(Map.of("name", "channel.email", "label", "E-mail", "ticked", false)),
									"button", "Enregistrer")));
		assertThat(this.mvc.get().uri("/profiles/" + somebody + "/history").with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("Opted out of e-mail")
			.contains("Preferences, version 3", "Personal link", "French (fr)", "E-mail unticked")
			.contains("Comment souhaitez-vous être contactée ?", "lang=\"fr\"")
			.contains("too &lt;b&gt;many&lt;/b&gt;")
			.contains("Profile created")
			.contains("Ledger verified: 1 entry");
	}

	@ParameterizedTest
	@CsvSource({ "tier, Rank in the club, gold", "country, Country of birth, BE", "x9, Sondage n° 9, oui" })
	void anAttributeIsCalledAsItIsLabelled(String name, String label, String value) {
		ProfileId somebody = this.people.somebody();
		ProfileEditor editor = new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null);
		Profile now = this.profiles.get(somebody);
		this.attributes.save(new Attribute(Ids.next(), null, name, label, Attribute.Type.TEXT, "", Instant.EPOCH));
		this.management.edit(somebody, null, now.details(), Map.of(name, value, "gone", "1"), editor);
		Document page = Jsoup
			.parse(text(this.mvc.get().uri("/profiles/" + somebody + "/history").with(SignIn.auditor()).exchange()));
		assertThat(page.select(".tl li p").eachText()).satisfiesExactly(
				(edited) -> assertThat(edited).startsWith("Contact details changed: ").contains("gone", label),
				(created) -> assertThat(created).isEqualTo("Profile created"));
		assertThat(page.select("dl.diff dt").eachText()).contains(label, "gone").doesNotContain(name);
		assertThat(text(this.mvc.get().uri("/profiles/" + somebody + "/history.csv").with(SignIn.auditor()).exchange()))
			.contains("attributes." + name)
			.doesNotContain(label);
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void theFileHoldsTheSameAndNoFormula() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Choice.NO, "=HYPERLINK(\"http://evil.example\")", Evidence.NONE);
		assertThat(this.mvc.get()
			.uri("/profiles/" + somebody + "/history.csv?purpose=marketing.email")
			.with(SignIn.operator())).hasStatusOk()
			.hasContentTypeCompatibleWith("text/csv")
			.bodyText()
			.contains("'=HYPERLINK")
			.contains("marketing.email")
			.doesNotContain("firstName");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en | Contact by e-mail,No say yet,No,The person | City,Lyon,Gent | Purpose (code)",
					"fr | Contact par e-mail,Sans avis,Non,La personne | Ville,Lyon,Gent | (code)",
					"nl | Contact per e-mail,Nog geen keuze,Nee,De persoon | Plaats,Lyon,Gent | (code)" })
	void theFileForPeopleHasWordsAndTheirCodes(String language, String said, String edited, String header)
			throws IOException {
		Profile profile = this.people.create(Map.of("firstName", "Zoë", "lastName", "Łukasz / Smith"));
		say(profile.id(), Choice.NO, null, Evidence.NONE);
		Map<String, String> typed = new HashMap<>();
		profile.details().fields().forEach((name, value) -> typed.put(name, value.toString()));
		typed.put("city", "Gent");
		this.people.change(profile.id(), typed);
		MvcTestResult file = this.mvc.get()
			.uri("/profiles/" + profile.id() + "/history.csv")
			.locale(Locale.forLanguageTag(language))
			.with(SignIn.operator())
			.exchange();
		assertThat(file).hasStatusOk();
		assertThat(file.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains(said, edited, header)
			.contains(",marketing.email,,n,subject\r\n")
			.contains(",city,Lyon,Gent,operator\r\n");
		assertThat(ContentDisposition
			.parse(Objects.requireNonNull(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)))
			.getFilename()).matches("history-Zoë-Łukasz-Smith-\\d{4}-\\d\\d-\\d\\d\\.csv");
	}

	@Test
	void theFileForProgramsHasCodesAlone() throws IOException {
		ProfileId somebody = this.people.somebody();
		say(somebody, Choice.NO, null, Evidence.NONE);
		assertThat(this.mvc.get()
			.uri("/profiles/" + somebody + "/history.csv?kind=plain")
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8)).contains(",marketing.email,,n,subject,")
			.doesNotContain("Contact by e-mail", "(code)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en | from=yesterday | history-from | “yesterday” is no date",
					"fr | to=2026-13-01 | history-to | « 2026-13-01 » n’est pas une date",
					"nl | from=1%2F2%2F2026 | history-from | “1/2/2026” is geen datum",
					"en | from=2026-02-02&to=2026-02-01 | history-to | The last day lies before the first" })
	void aDateThatIsNoneIsSaidAtItsField(String language, String query, String field, String told) {
		MvcTestResult answer = this.mvc.get()
			.uri(URI.create("/profiles/" + this.people.somebody() + "/history?" + query))
			.locale(Locale.forLanguageTag(language))
			.with(SignIn.auditor())
			.exchange();
		assertThat(answer).hasStatusOk();
		Document page = Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		Element input = Objects.requireNonNull(page.getElementById(field));
		assertThat(input.attr("aria-invalid")).isEqualTo("true");
		assertThat(Objects.requireNonNull(page.getElementById(input.attr("aria-describedby"))).text()).contains(told);
		assertThat(page.select("details[open] #" + field)).hasSize(1);
	}

	@Test
	void theFileForProgramsHoldsCellsAsTheyAreAndEvidenceAsJson() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Choice.NO, "=1+1", Evidence.NONE.with("note", "a \"letter\"").with("row", 2));
		assertThat(this.mvc.get().uri("/profiles/" + somebody + "/history.csv?kind=plain").with(SignIn.operator()))
			.hasStatusOk()
			.bodyText()
			.doesNotStartWith("\uFEFF")
			.contains(",=1+1,")
			.contains("\"{\"\"note\"\":\"\"a \\\"\"letter\\\"\"\"\",\"\"row\"\":2}\"");
	}

	private ProfileId lively() {
		Profile profile = this.people.create(Map.of());
		ProfileId id = profile.id();
		say(id, Choice.NO, null, Evidence.NONE);
		edit(profile, "Lyon");
		say(id, Choice.YES, null, Evidence.NONE);
		edit(profile, "Paris");
		edit(profile, "Lille");
		say(id, Choice.NO, null, Evidence.NONE);
		return id;
	}

	private void edit(Profile profile, String city) {
		Map<String, String> typed = new HashMap<>();
		profile.details().fields().forEach((name, value) -> typed.put(name, value.toString()));
		typed.put("city", city + " " + typed.get("city"));
		this.management.edit(profile.id(), null, new DetailsDraft(typed, "FR", LocalDate.now()).details(), null,
				new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
	}

	private void say(ProfileId profile, Choice choice, @Nullable String reason, Evidence evidence) {
		this.record.record(profile, Declaration.bySubject(
				List.of(Statement.of(Purpose.MARKETING_EMAIL, choice, reason)), evidence, "Preferences v3", null));
	}

	private static HistoryQuery query(Map<String, String> parameters) {
		return HistoryQuery.of(parameters);
	}

}
