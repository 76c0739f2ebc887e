package dev.sayso.home.configuration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileErased;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class ConfigurationConsoleTests {

	private static final String PATH = "/settings/configuration";

	private static final String FILE = """
			{"qualifiers":[{"key":"autumn","name":"Autumn"}]}""";

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	private ConfigurationFiles files;

	@BeforeEach
	void begin() {
		this.files = new ConfigurationFiles(this.sayso).begin();
	}

	@Test
	void aFileIsComparedFirstAndThenApplied() throws Exception {
		String comparison = upload(FILE, SignIn.admin()).getResponse().getRedirectedUrl();
		assertThat(page(comparison)).contains("1 new", "autumn", "Qualifiers", "Apply these changes");
		assertThat(this.files.read("?kinds=qualifiers")).doesNotContain("autumn");
		assertThat(send(HttpMethod.PUT, comparison, SignIn.admin())).hasRedirectedUrl(PATH);
		assertThat(this.files.read("?kinds=qualifiers")).contains("autumn");
		assertThat(this.mvc.get().uri(comparison).with(SignIn.admin())).hasStatus(404);
		assertThat(page(upload(FILE, SignIn.admin()).getResponse().getRedirectedUrl())).contains("nothing would change")
			.doesNotContain("Apply these changes");
	}

	@Test
	void whatHasChangedSinceItWasShownIsShownAgain() throws Exception {
		String comparison = upload(FILE, SignIn.admin()).getResponse().getRedirectedUrl();
		this.files.put("", FILE.replace("Autumn", "Fall"));
		assertThat(send(HttpMethod.PUT, comparison, SignIn.admin())).hasRedirectedUrl(comparison);
		assertThat(page(comparison)).contains("1 changed");
		assertThat(this.files.read("?kinds=qualifiers")).contains("Fall");
		assertThat(send(HttpMethod.DELETE, comparison, SignIn.admin())).hasRedirectedUrl(PATH);
		assertThat(this.mvc.get().uri(comparison).with(SignIn.admin())).hasStatus(404);
	}

	@Test
	void whatCannotBeTakenStandsAtItsPlaceInTheReadersLanguage() throws Exception {
		String comparison = upload("{\"qualifiers\":[{\"key\":\"autumn\"}],\"hats\":[]}", SignIn.admin()).getResponse()
			.getRedirectedUrl();
		assertThat(page(comparison)).contains("2 faults", "/qualifiers/0/name", "This is missing.", "/hats");
		assertThat(this.mvc.get().uri(comparison).locale(Locale.FRENCH).with(SignIn.auditor())).bodyText()
			.contains("Cela manque.")
			.doesNotContain("Abandonner");
		assertThat(upload("no json", SignIn.admin())).hasStatus(422).bodyText().contains("not JSON that can be read");
		assertThat(upload("", SignIn.admin())).hasStatus(422).bodyText().contains("Choose a file.");
	}

	@Test
	void anAuditorReadsAndDownloadsAndChangesNothing() throws Exception {
		this.files.put("", FILE);
		assertThat(this.mvc.get().uri(PATH).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("Download the file")
			.doesNotContain("multipart/form-data");
		assertThat(this.mvc.get().uri(PATH + "/file?kinds=qualifiers&kinds=nonsense").with(SignIn.auditor()))
			.hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"sayso-configuration.json\"")
			.bodyText()
			.isEqualTo(this.files.read("?kinds=qualifiers"));
		assertThat(upload(FILE, SignIn.auditor())).hasStatus(403);
		assertThat(this.mvc.get().uri(PATH).with(SignIn.marketer())).hasStatus(403);
	}

	@Test
	void noUploadOutlivesTheErasureOfAPerson() throws Exception {
		upload(FILE, SignIn.admin());
		this.sayso.publishEvent(new ProfileErased(new ProfileId(Ids.next()), Origin.OPERATOR));
		assertThat(this.jdbc.sql("select count(*) from configuration_upload").query(Integer.class).single()).isZero();
	}

	private MvcTestResult upload(String content, RequestPostProcessor by) {
		return this.mvc.post()
			.uri(PATH)
			.multipart()
			.file(new MockMultipartFile("file", "shop.json", "application/json",
					content.getBytes(StandardCharsets.UTF_8)))
			.with(by)
			.with(SignIn.csrf())
			.exchange();
	}

	private String page(String path) throws Exception {
		return this.mvc.get()
			.uri(path)
			.with(SignIn.admin())
			.exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private MvcTestResult send(HttpMethod method, String path, RequestPostProcessor by) {
		return this.mvc
			.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(method, path)
				.with(by)
				.with(SignIn.csrf()));
	}

}
