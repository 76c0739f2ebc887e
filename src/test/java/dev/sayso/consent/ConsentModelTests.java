package dev.sayso.consent;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that a new store asks whether silence counts as yes, and what follows.
 */
@ProductTest
class ConsentModelTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ConsentSettings consents;

	@Autowired
	Settings settings;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void nobodyHasAnswered() {
		this.settings.set("consent.model", "");
	}

	@Test
	void untilItIsAnsweredSilenceIsNo() {
		assertThat(Arrays.stream(Purpose.values())
			.filter((purpose) -> !purpose.isTracking())
			.map(this.consents.defaults()::choice)).containsOnly(Choice.DEFAULT_NO);
		assertThat(this.mvc.get().uri("/settings/channels").with(SignIn.admin())).bodyText()
			.contains("Nobody has answered yet", "/settings/channels/model");
	}

	@Test
	void anAdministratorWhoComesInIsAskedUntilTheyAnswered() {
		assertThat(this.mvc.get().uri("/").with(SignIn.admin())).hasRedirectedUrl("/settings/channels/model");
		assertThat(this.mvc.get().uri("/").with(SignIn.operator())).hasStatusOk();
		assertThat(this.mvc.get().uri("/profiles").with(SignIn.admin())).hasStatusOk();
		assertThat(answer("opt-out")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/");
		assertThat(this.mvc.get().uri("/").with(SignIn.admin())).hasStatusOk();
	}

	@Test
	void optOutIsTheFieldsHabit() {
		answer("opt-out");
		assertThat(allowed()).containsExactlyInAnyOrder(Purpose.MARKETING_ANY, Purpose.MARKETING_EMAIL,
				Purpose.MARKETING_SMS, Purpose.MARKETING_CALL, Purpose.MARKETING_POSTAL_MAIL, Purpose.MARKETING_PUSH,
				Purpose.COLLECT);
	}

	@Test
	void optInLeavesLettersOnly() {
		answer("opt-in");
		assertThat(allowed()).containsExactly(Purpose.MARKETING_POSTAL_MAIL);
	}

	@Test
	void itIsToldWhomEachAnswerMovesAndAnsweredAnewLater() {
		this.people.somebody();
		this.people.somebody();
		answer("opt-out");
		assertThat(this.mvc.get().uri("/settings/channels/model").with(SignIn.admin())).bodyText()
			.contains("Moves nobody now", "No longer allowed for 2 people");
		this.consents.setDefault(Purpose.SHARE, Choice.DEFAULT_YES);
		assertThat(answer("opt-in")).hasRedirectedUrl("/settings/channels");
		assertThat(allowed()).containsExactly(Purpose.MARKETING_POSTAL_MAIL);
		assertThat(this.jdbc.sql("select changes from audit_entry where subject_type = 'settings' order by seq desc")
			.query(String.class)
			.list()
			.get(0)).contains("consent.model", "opt-in", "consent.default.share");
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsToldAnew() throws Exception {
		String page = this.mvc.get()
			.uri("/settings/channels/model")
			.with(SignIn.admin())
			.exchange()
			.getResponse()
			.getContentAsString();
		String told = org.jsoup.Jsoup.parse(page).select("input[name=told]").val();
		answer("opt-in");
		MvcTestResult late = this.mvc.put()
			.uri("/settings/channels/model")
			.param("model", "opt-out")
			.param("told", told)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
		assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("changed channels or defaults");
		assertThat(this.consents.model()).contains(ConsentModel.OPT_IN);
	}

	@Test
	void neitherAnswerIsNone() {
		for (String none : List.of("", "both", "OPT_IN")) {
			assertThat(answer(none)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("Choose opt-out or opt-in.");
		}
		assertThat(this.consents.model()).isEmpty();
	}

	private List<Purpose> allowed() {
		ConsentDefaults defaults = this.consents.defaults();
		return Arrays.stream(Purpose.values())
			.filter((purpose) -> defaults.choice(purpose) == Choice.DEFAULT_YES)
			.toList();
	}

	private MvcTestResult answer(String model) {
		return this.mvc.put()
			.uri("/settings/channels/model")
			.param("model", model)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

}
