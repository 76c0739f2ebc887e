package dev.sayso.landing.report;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.Attention;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class SuspectedScannersTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	SuspectedScanners scanners;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whereOneDomainOptsOutInOneMinuteThatIsToldAndStands() {
		LandingPage page = this.pages.denylist(true);
		for (int i = 0; i < 12; i++) {
			optOut(page, "p" + i + "@Scanned.example", "Browser " + i);
		}
		inOneMinute(page);
		Attention.Item item = item(page);
		assertThat(item.count()).isEqualTo(12);
		assertThat(this.mvc.get().uri(item.href()).with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.satisfies((list) -> assertThat(list.split("class=\"who\"")).hasSize(13));
		assertThat(this.mvc.get().uri("/").with(SignIn.operator())).bodyText().contains("Perhaps a scanner");
	}

	@Test
	void soItIsWhereOneProgramOpensTheLinksOfManyDomains() {
		LandingPage page = this.pages.denylist(true);
		for (int i = 0; i < 10; i++) {
			optOut(page, "p@d" + i + ".example", "LinkScan/2.0");
		}
		inOneMinute(page);
		assertThat(item(page).count()).isEqualTo(10);
	}

	@Test
	void peopleWhoHaveLittleInCommonAreNone() {
		LandingPage page = this.pages.denylist(true);
		for (int i = 0; i < 14; i++) {
			optOut(page, "p" + i + "@d" + (i % 3) + ".example", "Browser " + (i % 4));
		}
		inOneMinute(page);
		assertThat(items(page)).isEmpty();
	}

	@Test
	void norAreNineWhoAreAlike() {
		LandingPage page = this.pages.denylist(true);
		for (int i = 0; i < 9; i++) {
			optOut(page, "p" + i + "@few.example", "LinkScan/2.0");
		}
		inOneMinute(page);
		assertThat(items(page)).isEmpty();
	}

	private void optOut(LandingPage page, String email, String agent) {
		ProfileId person = this.people.create(Map.of("email", email)).id();
		Browse.Opened opened = Browse.open(this.mvc, this.pages.link(page, person));
		var request = this.mvc.post().uri(opened.path()).header("User-Agent", agent);
		opened.form().forEach(request::param);
		assertThat(request).hasStatus3xxRedirection();
	}

	private void inOneMinute(LandingPage page) {
		this.jdbc.sql("""
				update submission set at = (select min(s.at) from submission s where s.page_id = :page)
				where page_id = :page""").param("page", page.id()).update();
	}

	private Attention.Item item(LandingPage page) {
		return items(page).get(0);
	}

	private List<Attention.Item> items(LandingPage page) {
		return this.scanners.items().stream().filter((item) -> item.href().contains(page.id().toString())).toList();
	}

}
