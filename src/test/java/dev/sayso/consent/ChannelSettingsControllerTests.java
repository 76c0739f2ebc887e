package dev.sayso.consent;

import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.People;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
		assertThat(this.mvc.put()
			.uri("/settings/channels")
			.param("channels", "email", "whatsApp")
			.param("default.marketing.email", "dn")
			.with(SignIn.admin())
			.with(csrf())).hasStatus(HttpStatus.FOUND);
		assertThat(this.settings.channelsInUse()).containsExactly(Channel.EMAIL, Channel.WHATS_APP);
		assertThat(this.settings.defaults().choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(this.jdbc.sql("select changes from audit_entry where subject_type = 'settings'")
			.query(String.class)
			.single()).contains("consent.channels", "consent.default.marketing.email");
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

	private static Declaration no(Purpose purpose) {
		return Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, Choice.NO)), Evidence.NONE);
	}

}
