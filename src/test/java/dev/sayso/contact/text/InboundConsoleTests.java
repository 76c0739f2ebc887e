package dev.sayso.contact.text;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ConnectorManagement;
import dev.sayso.contact.inbound.Connectors;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what operators and administrators count on of texts and of what brings them.
 */
@ProductTest
class InboundConsoleTests {

	private static final String NUMBER = "+33639981245";

	private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	Ledger ledger;

	@Autowired
	ConnectorManagement management;

	@Autowired
	Connectors connectors;

	@Autowired
	ReceivedMessages messages;

	@Autowired
	GenericSmsForm form;

	@Autowired
	Clock clock;

	SmsGateway gateway;

	Instant now;

	@BeforeEach
	void connect() {
		this.management.create("gateway", this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Our gateway", "", "", SmsGateway.SECRET), Actor.system());
		this.gateway = new SmsGateway(this.mvc, "gateway", SmsGateway.SECRET);
		this.now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	@Test
	void anOperatorReadsWhatWaitsAndRecordsAStopAsOfWhenItWasSaid() throws Exception {
		Profile camille = this.people.create(Map.of("mobile", NUMBER, "firstName", "Camille"));
		Instant said = this.now.minusSeconds(600);
		this.gateway.text("1", NUMBER, "I said yesterday that you should stop this", said);
		this.gateway.text("2", "+447700900123", "no more texts", said);
		Document queue = page("/inbound", SignIn.operator());
		assertThat(queue.select("[data-test=waiting] > section").eachText()).satisfiesExactly(
				(first) -> assertThat(first).contains("Nothing was done", "you should stop this", "From Camille",
						"It is a stop"),
				(second) -> assertThat(second).contains("Nobody has the number", "no more texts", "+44")
					.doesNotContain("900123"));
		assertThat(page("/", SignIn.operator()).text()).contains("Texts to read");
		assertThat(page("/inbound", SignIn.auditor()).select("main form")).isEmpty();
		String id = this.messages.waiting(1).get(0).id().toString();
		assertThat(decide(id, "stop", SignIn.marketer())).hasStatus(403);
		assertThat(decide(id, "stop", SignIn.operator())).hasStatus3xxRedirection();
		LedgerEntry entry = this.ledger.list(camille.id(), null, 9).get(0);
		assertThat(entry.after()).isEqualTo("n");
		assertThat(entry.saidAt()).isEqualTo(said);
		assertThat(entry.origin()).isEqualTo(Origin.SUBJECT);
		assertThat(entry.own()).isTrue();
		assertThat(entry.evidence().facts()).containsEntry("readBy", "operator")
			.containsEntry("wrote", "I said yesterday that you should stop this");
		decide(id, "nothing", SignIn.operator());
		assertThat(this.ledger.list(camille.id(), null, 9)).hasSize(1);
		decide(this.messages.waiting(1).get(0).id().toString(), "nothing", SignIn.operator());
		assertThat(page("/inbound", SignIn.operator()).text()).contains("Nothing waits to be read", "Decided lately",
				"It is a stop", "Nothing to do");
		assertThat(page("/", SignIn.operator()).text()).doesNotContain("Texts to read");
		assertThat(this.jdbc.sql("select count(*) from received_message where address is not null")
			.query(Integer.class)
			.single()).isZero();
		assertThat(decide("none", "stop", SignIn.operator())).hasStatus(404);
	}

	@Test
	void theHistoryShowsWhatWasWrittenInThreeLanguages() throws Exception {
		Profile camille = this.people.create(Map.of("mobile", NUMBER));
		this.gateway.text("sms-7", NUMBER, "stop merci", this.now);
		String path = "/profiles/" + camille.id();
		assertThat(page(path + "/history", SignIn.operator()).text()).contains("SMS · Our gateway", "They wrote",
				"“stop merci”", "Stop, by more than the word", "sms-7");
		assertThat(page(path, SignIn.operator()).text()).contains("SMS · Our gateway, by the person themself");
		assertThat(page(path + "/history?lang=fr", SignIn.operator(), "fr").text()).contains("« stop merci »",
				"Arrêt, par plus que le mot");
		assertThat(page(path + "/history", SignIn.operator(), "nl").text()).contains("‘stop merci’",
				"Stop, met meer dan het woord");
		LedgerEntry entry = this.ledger.list(camille.id(), null, 9).get(0);
		assertThat(this.mvc.get().uri("/receipts/" + entry.id()).with(SignIn.operator())).hasStatusOk();
		assertThat(this.mvc.get().uri(path + "/contact").with(SignIn.operator())).hasStatusOk();
	}

	@Test
	void anAdministratorSetsConnectorsUp() throws Exception {
		assertThat(this.mvc.get().uri("/settings/connectors").with(SignIn.operator())).hasStatus(403);
		assertThat(create(Map.of("kind", "generic-sms", "name", "Second"), SignIn.auditor())).hasStatus(403);
		assertThat(text(create(Map.of("kind", "twilio-sms", "name", ""), SignIn.admin()))).contains("Give it a name",
				"Name the account", "Give the secret");
		assertThat(create(Map.of("kind", "generic-sms", "name", "gateway"), SignIn.admin())).hasStatus(422);
		assertThat(create(Map.of("kind", "none", "name", "x"), SignIn.admin())).hasStatus(400);
		MvcTestResult created = create(Map.of("kind", "generic-sms", "name", "Second gateway"), SignIn.admin());
		assertThat(created).hasStatus(201);
		String secret = secret(text(created));
		String id = this.connectors.findBySlug("second-gateway").orElseThrow().id().toString();
		String path = "/settings/connectors/" + id;
		byte[] body = "{\"id\":\"1\",\"from\":\"+33639981245\",\"text\":\"hello\"}".getBytes();
		SmsGateway second = new SmsGateway(this.mvc, "second-gateway", secret);
		assertThat(second.post(body)).hasStatusOk();
		assertThat(page(path, SignIn.auditor()).html()).contains("/inbound/second-gateway", "hello", "Anything else")
			.doesNotContain(secret);
		MvcTestResult renewed = this.mvc.post().uri(path + "/secrets").with(SignIn.admin()).with(csrf()).exchange();
		assertThat(secret(text(renewed))).isNotEqualTo(secret);
		assertThat(second.post(body)).hasStatus(401);
		assertThat(page(path, SignIn.admin()).text()).contains("One request was refused");
		SmsGateway third = new SmsGateway(this.mvc, "second-gateway", secret(text(renewed)));
		assertThat(third.post(body)).hasStatusOk();
		this.mvc.put().uri(path + "/pause").with(SignIn.admin()).with(csrf()).exchange();
		assertThat(third.post(body)).hasStatus(404);
		this.mvc.delete().uri(path + "/pause").with(SignIn.admin()).with(csrf()).exchange();
		assertThat(third.post(body)).hasStatusOk();
		assertThat(save(path, "0", "Renamed")).hasStatus(409);
		assertThat(save(path, "2", "Renamed")).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("select changes from audit_entry").query(String.class).list().toString())
			.doesNotContain("whsec_");
		assertThat(page("/activity", SignIn.admin()).text()).contains("Renamed", "switched off", "renewed");
		assertThat(this.jdbc.sql("select sealed from sealed_key").query(String.class).list().toString())
			.doesNotContain(secret);
	}

	@Test
	void aConnectorIsDeletedWhereNothingCameInAndEndedElse() throws Exception {
		Connector used = this.connectors.findBySlug("gateway").orElseThrow();
		this.management.create("unused", this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Never used", "", "", SmsGateway.SECRET), Actor.system());
		Connector unused = this.connectors.findBySlug("unused").orElseThrow();
		this.gateway.text("1", NUMBER, "stop", this.now);
		assertThat(page("/settings/connectors/" + unused.id() + "/removal", SignIn.admin()).text())
			.contains("Its address is free again");
		assertThat(remove(unused)).hasRedirectedUrl("/settings/connectors");
		assertThat(this.connectors.findBySlug("unused")).isEmpty();
		assertThat(page("/settings/connectors/" + used.id() + "/removal", SignIn.admin()).text())
			.contains("it can be ended and not deleted");
		assertThat(remove(used)).hasRedirectedUrl("/settings/connectors/" + used.id());
		Document ended = page("/settings/connectors/" + used.id(), SignIn.admin());
		assertThat(ended.select("[data-test=ended]").text()).contains("This connector is ended");
		assertThat(ended.select("main .title button, main [data-when-dirty], #url")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from sealed_key where purpose like 'connector.%-%'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(
				this.mvc.delete().uri("/settings/connectors/" + used.id() + "/pause").with(SignIn.admin()).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.connectors.get(used.id().toString()).isEnabled()).isFalse();
		assertThat(page("/activity", SignIn.admin()).text()).contains("ended", "deleted");
		this.jdbc.sql("delete from received_message").update();
		assertThat(remove(used)).hasRedirectedUrl("/settings/connectors");
	}

	private MvcTestResult remove(Connector connector) {
		return this.mvc.delete()
			.uri("/settings/connectors/" + connector.id())
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	@Test
	void wordsAreAddedAndTextsTriedWithoutWriting() throws Exception {
		String path = "/settings/text-words";
		assertThat(page(path + "?language=de&text=Genug", SignIn.auditor()).select("[data-test=reading]").text())
			.contains("Anything else");
		MvcTestResult saved = this.mvc.put()
			.uri(path)
			.param("language", "de")
			.param("stop", "Genug,\r\nEs reicht\n")
			.param("phrase", "")
			.param("polite", "")
			.param("start", "stop")
			.param("help", "")
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
		assertThat(saved).hasStatus3xxRedirection();
		assertThat(page(path + "?language=de&text=es+reicht!", SignIn.admin()).select("[data-test=reading]").text())
			.contains("wholly a stop word", "Sie erhalten an diese Nummer keine Werbung");
		assertThat(page(path + "?text=Stop", SignIn.admin()).select("[data-test=reading]").text())
			.contains("wholly a stop word");
		assertThat(this.mvc.put().uri(path).param("language", "de").with(SignIn.operator()).with(csrf()))
			.hasStatus(403);
		assertThat(this.jdbc.sql("select count(*) from received_message").query(Integer.class).single()).isZero();
		assertThat(page("/activity", SignIn.admin()).text()).contains("Stop words");
		Document german = page(path + "?language=de", SignIn.auditor());
		assertThat(german.select("[data-test=patterns] li").eachText()).isNotEmpty()
			.allMatch((pattern) -> !pattern.contains("|"));
		assertThat(german.select("[data-test=hints]").text()).contains("abmeld");
	}

	private MvcTestResult save(String path, String version, String name) {
		return this.mvc.put()
			.uri(path)
			.param("version", version)
			.param("name", name)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult create(Map<String, String> fields, RequestPostProcessor by) {
		var request = this.mvc.post().uri("/settings/connectors").param("version", "-1").with(by).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult decide(String id, String decision, RequestPostProcessor by) {
		return this.mvc.put().uri("/inbound/messages/" + id).param("act", decision).with(by).with(csrf()).exchange();
	}

	private Document page(String path, RequestPostProcessor by, String... language) throws Exception {
		var request = this.mvc.get().uri(path).with(by);
		if (language.length > 0) {
			request.header("Accept-Language", language[0]);
		}
		MvcTestResult page = request.exchange();
		assertThat(page).hasStatusOk();
		return Jsoup.parse(text(page));
	}

	private static String secret(String page) {
		Matcher secret = SECRET.matcher(page);
		assertThat(secret.find()).isTrue();
		return secret.group();
	}

	private static String text(MvcTestResult result) throws Exception {
		return result.getResponse().getContentAsString();
	}

}
