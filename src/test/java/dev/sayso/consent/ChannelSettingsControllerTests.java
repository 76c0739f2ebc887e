package dev.sayso.consent;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.People;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
class ChannelSettingsControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ConsentSettings settings;

	@Autowired
	RecordSay record;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@Test
	void anAdministratorChoosesChannelsAndWhatSilenceMeans() {
		Map<String, List<String>> chosen = Map.of("channels", List.of("email", "whatsApp"), "default.marketing.email",
				List.of("dn"));
		assertThat(told(chosen)).isNotEmpty();
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(save(chosen, told(chosen))).hasStatus(HttpStatus.FOUND);
		assertThat(this.settings.channelsInUse()).containsExactly(Channel.EMAIL, Channel.WHATS_APP);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(this.jdbc.sql("select changes from audit_entry where subject_type = 'settings'")
			.query(String.class)
			.single()).contains("consent.channels", "consent.default.marketing.email");
	}

	@Test
	void whatSomebodyElseSavedMeanwhileIsToldAnew() {
		Map<String, List<String>> chosen = Map.of("channels", List.of("email"), "default.share", List.of("dy"),
				"default.marketing.email", List.of("dy"));
		String told = told(chosen);
		this.settings.setDefault(Purpose.MARKETING_EMAIL, Choice.DEFAULT_NO);
		assertThat(save(chosen, told)).hasStatusOk().bodyText().contains("Before it is saved");
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
	}

	@Test
	void aDefaultThatIsNotOfferedIsRefusedAndThatOfAnUnusedChannelStays() {
		for (String none : List.of("y", "p", "zz")) {
			assertThat(save(Map.of("channels", List.of("email"), "default.marketing.email", List.of(none)), ""))
				.hasStatus(HttpStatus.BAD_REQUEST);
		}
		Map<String, List<String>> unused = Map.of("channels", List.of("email"), "default.marketing.whatsApp",
				List.of("dy"));
		assertThat(save(unused, told(unused))).hasStatus(HttpStatus.FOUND);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_WHATS_APP)).isEqualTo(Choice.DEFAULT_NO);
	}

	@Test
	void atLeastOneChannelStaysInUse() {
		assertThat(this.mvc.put().uri("/settings/channels").with(SignIn.admin()).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Use at least one channel.");
		assertThat(this.settings.channelsInUse()).isNotEmpty();
	}

	@Test
	void anAuditorReadsThemOnly() {
		assertThat(this.mvc.get().uri("/settings/channels").with(SignIn.auditor())).hasStatusOk();
		assertThat(
				this.mvc.put().uri("/settings/channels").param("channels", "email").with(SignIn.auditor()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void itSaysForHowManyADefaultDecides() {
		this.people.somebody();
		this.record.record(this.people.somebody(), no(Purpose.MARKETING_EMAIL));
		this.record.record(this.people.somebody(), no(Purpose.MARKETING_ANY));
		assertThat(this.mvc.get().uri("/settings/channels").with(SignIn.admin())).model()
			.extractingByKey("affected", InstanceOfAssertFactories.map(Purpose.class, Long.class))
			.containsEntry(Purpose.MARKETING_EMAIL, 1L)
			.containsEntry(Purpose.MARKETING_SMS, 2L)
			.containsEntry(Purpose.SHARE, 3L);
	}

	@Test
	void aNewChannelBeginsWithNoAndItSaysWhomItMovesBeforeItIsSaved() {
		this.people.somebody();
		this.record.record(this.people.somebody(), no(Purpose.MARKETING_ANY));
		this.record.record(this.people.somebody(), say(Purpose.MARKETING_WHATS_APP, Choice.YES));
		this.record.record(this.people.somebody(), say(Purpose.MARKETING_ANY, Choice.YES));
		List<String> all = List.of("email", "sms", "call", "postalMail", "push", "whatsApp");
		MvcTestResult asked = save(Map.of("channels", all), "");
		assertThat(asked).hasStatusOk()
			.bodyText()
			.contains("Save it", "Contact by WhatsApp", "Allowed for 2 more people")
			.doesNotContain("No longer allowed");
		assertThat(this.settings.channelsInUse()).doesNotContain(Channel.WHATS_APP);
		assertThat(save(Map.of("channels", all), told(Map.of("channels", all)))).hasStatus(HttpStatus.FOUND);
		assertThat(this.settings.channelsInUse()).contains(Channel.WHATS_APP);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_WHATS_APP)).isEqualTo(Choice.DEFAULT_NO);
	}

	@Test
	void whoMovesIsListedByNameBeforeItIsSaved() {
		this.people.create(Map.of("firstName", "Odile", "lastName", "Silent"));
		this.record.record(this.people.create(Map.of("firstName", "Jan", "lastName", "Yes")).id(),
				say(Purpose.MARKETING_EMAIL, Choice.YES));
		assertThat(save(Map.of("channels", List.of("email", "sms", "call", "postalMail", "push"),
				"default.marketing.email", List.of("dn")), ""))
			.hasStatusOk()
			.bodyText()
			.contains("No longer allowed for 1 person", "Who loses it", "Odile Silent")
			.doesNotContain("Jan Yes", "Who gains it");
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_YES);
	}

	@Test
	void aChannelThatComesBackBeginsWithNoAgain() {
		List<String> without = List.of("email", "sms", "call", "postalMail");
		assertThat(save(Map.of("channels", without), "")).hasStatus(HttpStatus.FOUND);
		assertThat(save(Map.of("channels", List.of("email", "push")), "")).hasStatus(HttpStatus.FOUND);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_PUSH)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_YES);
	}

	@Test
	void numbersAreToldEachWayAndForWhatIsSavedOnly() {
		this.people.somebody();
		this.record.record(this.people.somebody(), no(Purpose.MARKETING_SMS));
		this.record.record(this.people.somebody(), say(Purpose.MARKETING_SMS, Choice.YES));
		Map<String, List<String>> chosen = Map.of("channels", List.of("email", "sms", "call", "postalMail", "push"),
				"default.marketing.sms", List.of("dn"), "default.share", List.of("dy"));
		assertThat(save(chosen, "")).hasStatusOk()
			.bodyText()
			.contains("Contact by SMS", "No longer allowed for 1 person", "Allowed for 3 more people");
		Map<String, List<String>> other = Map.of("channels", List.of("email", "sms", "call", "postalMail", "push"),
				"default.collect", List.of("dn"));
		assertThat(save(other, told(chosen))).hasStatusOk().bodyText().contains("No longer allowed for 3 people");
		assertThat(this.settings.defaults()).isEqualTo(ConsentModel.OPT_OUT.defaults());
	}

	@ParameterizedTest
	@CsvSource({ "default.marketing.email, y", "default.marketing.email, p", "default.marketing.email, u",
			"default.marketing.sms, CT", "default.personalize.content, PI", "default.modeling, n", "default.share, y" })
	void aDefaultIsNeitherWhatOnlyAPersonSaysNorAGroundThatDoesNotFit(String field, String choice) {
		assertThat(save(
				Map.of("channels", List.of("email", "sms", "call", "postalMail", "push"), field, List.of(choice)), ""))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.settings.defaults()).isEqualTo(ConsentModel.OPT_OUT.defaults());
	}

	@Test
	void onlyWhatFitsIsOffered() {
		assertThat(ChannelSettingsForm.choices(Purpose.MARKETING_SMS)).containsExactly(Choice.DEFAULT_YES,
				Choice.DEFAULT_NO, Choice.LEGITIMATE_INTEREST);
		assertThat(ChannelSettingsForm.choices(Purpose.SHARE)).contains(Choice.CONTRACT, Choice.COMPLIANCE,
				Choice.VITAL_INTEREST, Choice.PUBLIC_INTEREST);
		assertThat(this.mvc.get().uri("/settings/channels").with(SignIn.admin())).bodyText()
			.contains("value=\"dy\"", "value=\"CT\"")
			.doesNotContain("value=\"y\"", "value=\"p\"", "value=\"u\"");
	}

	@Test
	void outOfTheBoxNothingIsSharedNorPersonalizedNorLearned() {
		assertThat(List.of(Purpose.SHARE, Purpose.PERSONALIZE_CONTENT, Purpose.MODELING, Purpose.MARKETING_WHATS_APP,
				Purpose.MARKETING_FAX))
			.allMatch((purpose) -> this.settings.defaults().choice(purpose) == Choice.DEFAULT_NO);
		assertThat(List.of(Purpose.COLLECT, Purpose.MARKETING_EMAIL, Purpose.MARKETING_PUSH))
			.allMatch((purpose) -> this.settings.defaults().choice(purpose) == Choice.DEFAULT_YES);
	}

	private MvcTestResult save(Map<String, List<String>> chosen, String told) {
		return this.mvc.put()
			.uri("/settings/channels")
			.params(new LinkedMultiValueMap<>(chosen))
			.param("told", told)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	/** What the page asks back when this is saved without more. */
	private String told(Map<String, List<String>> chosen) {
		return String.valueOf(save(chosen, "").getMvcResult().getModelAndView().getModel().get("told"));
	}

	private static Declaration say(Purpose purpose, Choice choice) {
		return Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, choice)),
				Evidence.NONE.with("letter", "of today"));
	}

	private static Declaration no(Purpose purpose) {
		return Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, Choice.NO)), Evidence.NONE);
	}

}
