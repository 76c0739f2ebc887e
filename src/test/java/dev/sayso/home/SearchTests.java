package dev.sayso.home;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class SearchTests {

	@Autowired
	People people;

	@Autowired
	MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "vexel", "VÉXEL", " Vexel " })
	void thoseWhoseNameBeginsWithItStandFirst(String typed) {
		somebody("Revexel", "Aab");
		this.people.create(Map.of("firstName", "Aaron", "lastName", "Axe", "street", "12 rue Vexel"));
		this.people.create(Map.of("firstName", "Abe", "lastName", "Aaa", "email", "vexel.x@posteo.example"));
		somebody("Abe", "Vexelman");
		somebody("Abe", "de Vexel");
		somebody("Anne-Vexelle", "Zed");
		somebody("Véxel", "Yves");
		somebody("Vexel", "Abe");
		assertThat(names(typed)).containsExactly("Vexel Abe", "Véxel Yves", "Abe de Vexel", "Abe Vexelman",
				"Anne-Vexelle Zed", "Abe Aaa", "Revexel Aab", "Aaron Axe");
		assertThat(details(typed).subList(5, 8)).containsExactly("E-mail: vexel.x@posteo.example",
				"revexel.aab@posteo.example", "Street and number: 12 rue Vexel");
	}

	@ParameterizedTest
	@CsvSource({ "zo dub, Zoé Dubois", "dub zo, Zoé Dubois", "zoe dubois, Zoé Dubois", "dubois zoe, Zoé Dubois" })
	void wordsFindInAnyOrder(String typed, String name) {
		somebody("Zoé", "Dubois");
		somebody("Dubos", "Dubois");
		assertThat(names(typed)).containsExactly(name);
	}

	@Test
	void whatIsNotTheNameSaysWhatItIs() {
		Profile zoe = this.people.create(Map.of("firstName", "Zoé", "lastName", "Dubois", "externalId", "crm-77123",
				"email", "z.d@müller.example", "mobile", "+33639981245", "city", "Gräfelfing"));
		assertThat(details("crm-771")).containsExactly("External id: crm-77123");
		assertThat(details("zoe crm-771")).containsExactly("External id: crm-77123");
		assertThat(details("06 39 98 12 45")).containsExactly("Mobile: +33 6 39 98 12 45");
		assertThat(details("grafel")).containsExactly("City: Gräfelfing");
		assertThat(details("z.d@xn--mller-kva.example")).containsExactly("E-mail: z.d@müller.example");
		assertThat(details(zoe.id().toString().toUpperCase())).containsExactly("Id: " + zoe.id());
		assertThat(details("dubois zoe")).containsExactly("z.d@müller.example");
	}

	@Test
	void whoHasItAsAWholeStandsBeforeThoseWhoseAddressesBeginWithIt() {
		this.people.create(Map.of("lastName", "Abt", "externalId", "demo-120", "mobile", "+33639981245"));
		this.people.create(Map.of("lastName", "Zed", "externalId", "demo-12", "mobile", "+336399812"));
		assertThat(names("demo-12")).containsExactly("Camille Zed", "Camille Abt");
	}

	@Test
	void allThatWereFoundStandInTheListThatIsLinked() {
		for (int at = 0; at < 12; at++) {
			somebody("Odile " + at, "L’Été & Fils");
		}
		somebody("Odile", "Hiver");
		Document page = search("odile fils &");
		assertThat(page.select("main h2").text()).isEqualTo("Profiles 12");
		assertThat(page.select("main .who")).hasSize(8);
		assertThat(page.select("main li a:not(.who)").text()).isEqualTo("See all 12");
		Document list = page(page.select("main li a:not(.who)").attr("href"));
		assertThat(list.select("main tbody .who")).hasSize(12);
		assertThat(search("odile hiver").select("main li a:not(.who)")).isEmpty();
	}

	@Test
	void aWildcardAndNothingFindNobody() {
		somebody("Zoé", "Dubois");
		for (String typed : List.of("%", "z_e", "!", "\\", "'")) {
			assertThat(names(typed)).as(typed).isEmpty();
		}
		assertThat(page("/search?q=").select("main p").text()).contains("Type part of a name");
	}

	private void somebody(String first, String last) {
		this.people.create(Map.of("firstName", first, "lastName", last, "email",
				(first + "." + last).replaceAll("[^A-Za-z0-9.]", "").toLowerCase() + "@posteo.example"));
	}

	private List<String> names(String typed) {
		return search(typed).select("main .who").eachText();
	}

	private List<String> details(String typed) {
		return search(typed).select("main .who + span").eachText();
	}

	private Document search(String typed) {
		return page("/search?q=" + UriUtils.encode(typed, UTF_8));
	}

	private Document page(String address) {
		return Jsoup.parse(new String(this.mvc.get()
			.uri(URI.create(address))
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getContentAsByteArray(), UTF_8));
	}

}
