package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that opening a page says nothing: whoever opens what, a hundred times, leaves
 * every row of the store as it was, but those that count how often pages are opened.
 */
@ProductTest
class NothingIsWrittenTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void openingEveryPublicUrlAHundredTimesLeavesEveryRow() {
		ProfileId person = this.people.somebody();
		List<String> urls = urls(person);
		Map<String, Object> before = rows();
		for (int time = 0; time < 100; time++) {
			for (String url : urls) {
				this.mvc.method(HttpMethod.GET).uri(url).exchange();
				this.mvc.method(HttpMethod.HEAD).uri(url).exchange();
			}
		}
		assertThat(rows()).isEqualTo(before);
	}

	private List<String> urls(ProfileId person) {
		List<String> urls = new ArrayList<>(List.of("/p/nowhere", "/p/nowhere/AAAA", "/p/nowhere/theme.css"));
		for (LandingPage page : List.of(this.pages.denylist(false),
				this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms"),
				this.pages.taken(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "any", "email")))) {
			String link = this.pages.link(page, person);
			String result = Browse.where(Browse.send(this.mvc, Browse.open(this.mvc, link)));
			urls.addAll(
					List.of("/p/" + page.slug(), link, link + "x", link + "?lang=fr", result, result.replace("?", "x?"),
							result.replaceAll("\\?.*", "/undo"), "/p/" + page.slug() + "/theme.css"));
		}
		return urls;
	}

	private Map<String, Object> rows() {
		Map<String, Object> rows = new TreeMap<>();
		this.jdbc
			.queryForList("""
					select table_name from information_schema.tables
					where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'page_view'""",
					String.class)
			.forEach((table) -> rows.put(table,
					this.jdbc.queryForList("select * from " + table).stream().map(Object::toString).sorted().toList()));
		return rows;
	}

}
