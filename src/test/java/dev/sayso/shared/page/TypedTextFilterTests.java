package dev.sayso.shared.page;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * What nobody can type is not in what is kept, whichever form it came by.
 */
@ProductTest
class TypedTextFilterTests {

	/** With a tab and a line break, which people do type. */
	private static final String TYPED = "a\u0000b\u0007\tc\r\n\u001b[31md\u007f\u0085\u009fe\u0000";

	private static final String KEPT = "ab\tc\n[31mde";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	/** Some are bound to records, and some are read by hand. */
	@ParameterizedTest
	@CsvSource({ "/placements, placement, surface=web&contentType=html&items=1", "/collections, collection, kind=hand",
			"/offers, offer, priority=0&zone=UTC&eligibility=everybody&fallback=false",
			"/audiences, audience, of.0=all&node=0.0&fact.0.0=country&op.0.0=is&value.0.0=FR" })
	void whatNobodyCanTypeIsNotKept(String path, String table, String more) {
		var form = this.mvc.post()
			.uri(path)
			.param("name", "Pa\u0000ge\u0001 to\u009fp\u0000")
			.param("slug", "pa\u0000ge-top")
			.param("description", TYPED)
			.with(SignIn.admin())
			.with(csrf());
		for (String field : more.split("&")) {
			form.param(field.split("=")[0], field.split("=")[1]);
		}
		assertThat(form).hasStatus(302);
		Map<String, Object> kept = this.jdbc.sql("select * from " + table + " where slug = 'page-top'")
			.query()
			.singleRow();
		assertThat(kept).containsEntry("name", "Page top");
		assertThat(String.valueOf(kept.getOrDefault("description", KEPT)).replace("\r\n", "\n")).isEqualTo(KEPT);
	}

	@Test
	void norIsItInWhatIsChangedOfADecision() {
		assertThat(this.mvc.post().uri("/decisions").param("name", "Pa\u0000ge top").with(SignIn.admin()).with(csrf()))
			.hasStatus(302);
		send(HttpMethod.PUT, "/decisions/page-top/draft/details", "version", "0", "name", "Page\u0001 top", "zone",
				"UTC", "description", TYPED);
		assertThat(this.jdbc.sql("select name, description from decision where slug = 'page-top'").query().singleRow())
			.containsEntry("name", "Page top")
			.hasEntrySatisfying("description",
					(text) -> assertThat(String.valueOf(text).replace("\r\n", "\n")).isEqualTo(KEPT));
	}

	@Test
	void nothingOfItIsInReasonsNotesAndDetails() {
		String person = this.people.create(Map.of("externalId", "crm-1", "email", "ann@post.example")).id().toString();
		send(HttpMethod.POST, "/profiles/" + person + "/do-not-contact", "doNotContact", "em\u0000ail", "shown",
				"email=\u0000", "reason.email", "told\u0000 us");
		assertThat(this.jdbc.sql("select reason from ledger_entry where after_choice = 'n'").query(String.class).list())
			.containsOnly("told us");
		send(HttpMethod.PUT, "/profiles/" + person + "/purposes/personalize.content", "choice", "y",
				"evidence.personalize.content", "letter\u0000", "reason.personalize.content", "a\u0001b");
		assertThat(
				this.jdbc.sql("select reason from ledger_entry where after_choice = 'y'").query(String.class).single())
			.isEqualTo("ab");
		send(HttpMethod.POST, "/profiles", "firstName", "Ze\u0000ro", "externalId", "crm\u0000-2");
		assertThat(this.jdbc.sql("select first_name from profile where first_name like 'Ze%'")
			.query(String.class)
			.single()).isEqualTo("Zero");
		assertThat(this.mvc.get().uri(URI.create("/profiles?q=Ze%00ro")).with(SignIn.admin())).hasStatusOk()
			.bodyText()
			.contains("Zero");
	}

	@Test
	void norInWhatTravelsWithAFile() {
		assertThat(this.mvc.post()
			.uri("/audiences/lists")
			.multipart()
			.file(new MockMultipartFile("file", "names.csv", "text/csv", "crm-1\n".getBytes()))
			.param("name", "Sta\u0000ff")
			.with(SignIn.admin())
			.with(csrf())).hasStatus(302);
		assertThat(this.jdbc.sql("select name from audience").query(String.class).single()).isEqualTo("Staff");
	}

	private void send(HttpMethod verb, String path, String... fields) {
		var form = this.mvc.method(verb).uri(path).with(SignIn.admin()).with(csrf());
		for (int at = 0; at < fields.length; at += 2) {
			form.param(fields[at], fields[at + 1]);
		}
		assertThat(form).hasStatus(302);
	}

}
