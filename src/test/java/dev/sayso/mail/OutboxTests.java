package dev.sayso.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;
import dev.sayso.store.Deployment;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hands mails to real servers: one that works, one that refuses, one that is not there,
 * and one that hangs up at the worst moment.
 */
@ProductTest
class OutboxTests {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final String TO = "ana@verel.example";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JsonMapper json;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Settings settings;

	@Autowired
	PublicAddress address;

	@Autowired
	Deployment deployment;

	@Autowired
	ITemplateEngine engine;

	@Autowired
	MailLimit limit;

	@Autowired
	MockMvcTester mvc;

	private final HandClock clock = new HandClock();

	private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

	private Outbox outbox;

	private MailClaims claims;

	@BeforeEach
	void begin() {
		this.settings.set("general.email", "privacy@verel.example");
		this.settings.set("general.organisation", "Maison Verel\r\nBcc: all@verel.example");
		this.settings.set("general.base-url", "https://say.verel.example");
		this.outbox = new Outbox(this.jdbc, this.json, this.clock);
		this.claims = new MailClaims(this.jdbc, this.outbox, this.json, this.clock, LEASE);
		this.green.start();
	}

	@AfterEach
	void end() {
		this.green.stop();
	}

	@Test
	void aMailArrivesOnceAsTextAndAsHtml() throws Exception {
		UUID id = put();
		deliver(delivery(port()));
		deliver(delivery(port()));
		MimeMessage mail = only();
		assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@verel.example>");
		assertThat(mail.getSubject()).isEqualTo("News for ana@verel.example X: y");
		assertThat(mail.getHeader("X")).isNull();
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getFrom()[0].toString()).contains("privacy@verel.example");
		Multipart parts = (Multipart) mail.getContent();
		assertThat((String) parts.getBodyPart(0).getContent()).contains("Go:", "https://say.verel.example/p/x",
				"Verel");
		assertThat((String) parts.getBodyPart(1).getContent()).contains("<a href=\"https://say.verel.example/p/x\"")
			.contains("&lt;script&gt;")
			.doesNotContain("<script>");
		Mail sent = this.outbox.find(id).orElseThrow();
		assertThat(sent.state()).isEqualTo(MailState.SENT);
		assertThat(sent.address()).isNull();
		assertThat(sent.masked()).as("nobody looks up where it went").isEmpty();
	}

	@Test
	void whatIsRolledBackIsNotSent() {
		this.transaction.executeWithoutResult((status) -> {
			this.outbox.put(request());
			status.setRollbackOnly();
		});
		deliver(delivery(port()));
		assertThat(this.green.getReceivedMessages()).isEmpty();
	}

	@Test
	void aServerThatIsAwayKeepsNothingFromBeingSentLater() {
		put();
		put();
		DeliverMails away = delivery(1);
		deliver(away);
		List<Mail> waiting = this.outbox.latest(List.of(MailState.WAITING), 10);
		assertThat(waiting).hasSize(2);
		Mail tried = waiting.stream().filter((mail) -> mail.attempts() > 0).findFirst().orElseThrow();
		assertThat(tried.fault()).isEqualTo("connect");
		assertThat(waiting.stream().mapToInt(Mail::attempts).sum()).as("nobody knocks again at once").isEqualTo(1);
		Duration first = Duration.between(this.clock.instant(), tried.dueAt());
		this.clock.pass(Duration.ofMinutes(2));
		deliver(away);
		this.clock.pass(Duration.ofMinutes(2));
		deliver(away);
		assertThat(this.outbox.find(tried.id()).orElseThrow()).satisfies((mail) -> {
			assertThat(mail.attempts()).isEqualTo(2);
			assertThat(Duration.between(mail.changedAt(), mail.dueAt())).isGreaterThan(first);
		});
		this.clock.pass(Duration.ofHours(1));
		deliver(delivery(port()));
		assertThat(this.green.getReceivedMessages()).hasSize(2);
	}

	@Test
	void whatIsRefusedForGoodStandsUntilSomebodyTriesItAgain() throws Exception {
		UUID id = put();
		try (OddServer odd = new OddServer(Map.of("RCPT", "550 5.1.1 <ana@verel.example> is not here"))) {
			deliver(delivery(odd.port()));
			Mail mail = this.outbox.find(id).orElseThrow();
			assertThat(mail.state()).isEqualTo(MailState.FAILED);
			assertThat(mail.detail()).startsWith("550 5.1.1").doesNotContain("ana@");
		}
		String list = html("/mails");
		assertThat(list).contains("Not sent", "The mail server refused it").contains(TO);
		assertThat(this.mvc.post().uri("/mails/attempts").with(SignIn.marketer()).with(csrf())).hasStatus(403);
		assertThat(this.mvc.post().uri("/mails/attempts").with(SignIn.operator()).with(csrf())).hasStatus(302);
		deliver(delivery(port()));
		assertThat(only().getHeader("Message-ID")[0]).contains(id.toString());
	}

	@Test
	void whatAServerPutsOffIsTriedAgain() throws Exception {
		UUID id = put();
		try (OddServer odd = new OddServer(Map.of(".", "451 4.7.1 greylisted"))) {
			deliver(delivery(odd.port()));
		}
		assertThat(this.outbox.find(id).orElseThrow()).satisfies((mail) -> {
			assertThat(mail.state()).isEqualTo(MailState.WAITING);
			assertThat(mail.detail()).isEqualTo("451 4.7.1 greylisted");
		});
	}

	@Test
	void aMailThatMayHaveArrivedIsNotSentASecondTime() throws Exception {
		UUID id = put();
		try (OddServer odd = new OddServer(Map.of(".", ""))) {
			deliver(delivery(odd.port()));
			assertThat(odd.texts()).isEqualTo(1);
		}
		assertThat(this.outbox.find(id).orElseThrow().state()).isEqualTo(MailState.UNSURE);
		this.clock.pass(Duration.ofDays(1));
		deliver(delivery(port()));
		assertThat(this.green.getReceivedMessages()).isEmpty();
		assertThat(html("/mails/" + id)).contains("May have arrived", "Send it again");
		this.outbox.retry(List.of(MailState.UNSURE), id);
		deliver(delivery(port()));
		assertThat(only().getHeader("Message-ID")[0]).contains(id.toString());
	}

	@Test
	void whatBreaksBeforeTheTextIsSentIsTriedAgain() throws Exception {
		UUID id = put();
		try (OddServer odd = new OddServer(Map.of("DATA", ""))) {
			deliver(delivery(odd.port()));
		}
		assertThat(this.outbox.find(id).orElseThrow()).satisfies((mail) -> {
			assertThat(mail.state()).isEqualTo(MailState.WAITING);
			assertThat(mail.fault()).isEqualTo("line");
		});
	}

	@Test
	void whatAProcessLeftThatDiedIsTakenOverUnlessItMayHaveArrived() {
		UUID claimed = put();
		UUID offered = put();
		UUID gone = UUID.randomUUID();
		this.claims.claim(claimed, gone);
		this.claims.claim(offered, gone);
		assertThat(this.claims.offer(offered, gone)).isTrue();
		deliver(delivery(port()));
		assertThat(this.green.getReceivedMessages()).as("its lease is not over").isEmpty();
		this.clock.pass(LEASE.plusSeconds(1));
		deliver(delivery(port()));
		assertThat(only()).isNotNull();
		assertThat(this.outbox.find(claimed).orElseThrow().state()).isEqualTo(MailState.SENT);
		assertThat(this.outbox.find(offered).orElseThrow().state()).isEqualTo(MailState.UNSURE);
		assertThat(this.claims.offer(claimed, gone)).as("the slow one is too late").isFalse();
	}

	@Test
	void ofTwoInstancesOneSendsEach() throws Exception {
		List<UUID> ids = new ArrayList<>();
		for (int many = 0; many < 20; many++) {
			ids.add(put());
		}
		ExecutorService both = Executors.newFixedThreadPool(2);
		for (int instance = 0; instance < 2; instance++) {
			DeliverMails delivery = delivery(port());
			both.submit(() -> deliver(delivery));
		}
		both.shutdown();
		assertThat(both.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(this.green.getReceivedMessages()).hasSize(ids.size());
		assertThat(ids)
			.allSatisfy((id) -> assertThat(this.outbox.find(id).orElseThrow().state()).isEqualTo(MailState.SENT));
	}

	@Test
	void anAddressGetsOnlySoManyMailsADay() {
		for (int mails = 0; mails < this.limit.daily(); mails++) {
			assertThat(this.limit.take(TO)).isTrue();
		}
		assertThat(this.limit.take("ANA@verel.example")).isFalse();
		assertThat(this.limit.take("Ana <ana@verel.example>")).isFalse();
		assertThat(this.limit.takeForLink(TO)).as("links use up no confirmations, nor these links").isTrue();
		assertThat(this.limit.take("other@verel.example")).isTrue();
	}

	@Test
	void withoutAServerThePageSaysThatNoMailCanBeSent() {
		assertThat(html("/mails")).contains("No mail can be sent: no server is named").doesNotContain("Send me a test");
		assertThat(this.mvc.post().uri("/mails/test").param("address", TO).with(SignIn.operator()).with(csrf()))
			.hasStatus(403);
		assertThat(this.mvc.post().uri("/mails/test").param("address", TO).with(SignIn.admin()).with(csrf()))
			.hasStatus(422);
		assertThat(new MailSetup(properties(25, ""), this.settings, this.address, this.deployment).canSend()).isTrue();
		this.settings.set("general.base-url", "");
		assertThat(new MailSetup(properties(25, ""), this.settings, this.address, this.deployment).fault())
			.contains("mail.missing.address");
		this.settings.set("general.email", "");
		assertThat(new MailSetup(properties(25, ""), this.settings, this.address, this.deployment).fault())
			.contains("mail.missing.from");
	}

	private String html(String path) {
		return new String(
				this.mvc.get().uri(path).with(SignIn.operator()).exchange().getResponse().getContentAsByteArray(),
				java.nio.charset.StandardCharsets.UTF_8);
	}

	private MimeMessage only() {
		assertThat(this.green.getReceivedMessages()).hasSize(1);
		return this.green.getReceivedMessages()[0];
	}

	private int port() {
		return this.green.getSmtp().getPort();
	}

	private UUID put() {
		return this.transaction.execute((status) -> this.outbox.put(request()));
	}

	private static MailRequest request() {
		return new MailRequest("sample", TO, null, "en", "");
	}

	private void deliver(DeliverMails delivery) {
		this.claims.release();
		delivery.deliver(() -> false);
	}

	private static MailProperties properties(int port, String from) {
		return new MailProperties("127.0.0.1", port, "", "", from, MailProperties.Tls.NONE);
	}

	private DeliverMails delivery(int port) {
		MailSetup setup = new MailSetup(properties(port, ""), this.settings, this.address, this.deployment);
		return new DeliverMails(this.claims, setup, new MailServer(setup, this.engine), List.of(new Sample()),
				this.clock);
	}

	private static final class Sample implements MailKind {

		@Override
		public String key() {
			return "sample";
		}

		@Override
		public Optional<MailContent> compose(Mail mail) {
			return Optional.of(new MailContent("News for " + mail.address() + "\r\nX: y",
					List.of(MailContent.Part.paragraph("Hello <script>"), MailContent.Part.item("one"),
							MailContent.Part.button("Go", "https://say.verel.example/p/x"))));
		}

	}

	private static final class HandClock extends Clock {

		private Instant now = Instant.parse("2030-11-22T12:00:00Z");

		private void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
