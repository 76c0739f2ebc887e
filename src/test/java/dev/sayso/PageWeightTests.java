package dev.sayso;

import java.util.List;

import dev.sayso.crawl.PlainBrowser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.shared.page.ListQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages are drawn of few elements, so that a telephone shows them at once, however long
 * their lists are.
 */
@DemoTest
class PageWeightTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "/, 950", "/profiles, 725", "/profiles?email=no&q=a, 725", "/profiles?sort=name&country=FR, 725",
			"/profiles?cursor=none, 725", "/audiences, 500", "/offers, 950", "/decisions, 900", "/landing-pages, 900",
			"/placements, 625", "/collections, 600", "/strategies, 600", "/imports, 700", "/exports, 500",
			"/activity, 725" })
	void aFullListIsDrawnOfFewElements(String path, int most) {
		Document page = page(path);
		List<Element> rows = path.equals("/") ? List.of() : page.select("main .table tbody tr");
		int heaviest = rows.stream().mapToInt((row) -> elements(row)).max().orElse(0);
		int full = elements(page) + (rows.isEmpty() ? 0 : ListQuery.SIZE - rows.size()) * heaviest;
		assertThat(full).as("%d rows of at most %d elements", rows.size(), heaviest).isLessThanOrEqualTo(most);
		assertThat(rows.size()).isLessThanOrEqualTo(ListQuery.SIZE);
	}

	@ParameterizedTest
	@CsvSource({ "'', 900", "/history, 600", "/audiences, 410", "/decisions, 450" })
	void aPersonIsDrawnOfFewElements(String tab, int most) {
		String person = page("/profiles").select("main tbody a.who").attr("href");
		assertThat(elements(page(person + tab))).isLessThanOrEqualTo(most);
	}

	@Test
	void whatOneFiltersByIsDrawnWhenItIsAskedFor() {
		Element menu = page("/profiles?email=no").select(".filters .filter-menu").first();
		assertThat(menu.select("select")).isEmpty();
		assertThat(menu.attr("data-hx-get")).isEqualTo(menu.select("a").attr("href"))
			.isEqualTo("/profiles/filters?email=no");
		Element form = page(menu.attr("data-hx-get")).select("main .filter-menu").first();
		assertThat(form.attr("action")).isEqualTo("/profiles");
		assertThat(form.select("[type=hidden]").eachAttr("name")).contains("email");
		assertThat(form.select("#by-country option").eachAttr("value")).contains("", "FR", "BE");
	}

	private Document page(String path) {
		return new PlainBrowser(this.port).signIn("admin").open(path).page();
	}

	/** A template is no part of the page until somebody asks for what is in it. */
	private static int elements(Element part) {
		return part.select("*").size() - part.select("template *").size();
	}

}
