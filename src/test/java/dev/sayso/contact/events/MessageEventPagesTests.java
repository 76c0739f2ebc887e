package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that one sees what senders told and what it did, and says when bounces are too
 * many.
 */
@ProductTest
class MessageEventPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MessageEventIntake intake;

	@Autowired
	BounceRule rule;

	@Test
	void whatCameInIsListedWithWhatItDid() throws Exception {
		Sender shop = Sender.token(Actor.token("t", "Shop"));
		Sender mailer = Sender.token(Actor.token("m", "Mailer"));
		this.intake
			.take(List.of(event(Kind.SENT, "a@hearth.example", null), event(Kind.DELIVERED, "a@hearth.example", null),
					event(Kind.HARD_BOUNCE, "b@hearth.example", "550 5.1.1 <b@hearth.example> unknown")), shop);
		this.intake.take(List.of(event(Kind.COMPLAINT, "c@hearth.example", null),
				event(Kind.SOFT_BOUNCE, "c@hearth.example", "452 mailbox full")), mailer);
		Document page = page("/message-events");
		assertThat(page.select("[data-test=senders] tbody tr").eachText()).satisfiesExactly(
				(row) -> assertThat(row).startsWith("Mailer 0 0 1 1 0 2 bounces and complaints"),
				(row) -> assertThat(row).startsWith("Shop 1 1 1 0 0 1 bounce or complaint"));
		assertThat(rows(page)).satisfiesExactly(
				(row) -> assertThat(row).contains("Bounced, for now", "452 mailbox full", "Mailer", "Counted"),
				(row) -> assertThat(row).contains("Complaint", "Mailer", "Address suppressed"), (row) -> assertThat(row)
					.contains("Bounced for good", "550 5.1.1 <–> unknown", "Shop", "Address suppressed"));
		assertThat(rows(page("/message-events?kind=complaint"))).hasSize(1);
		assertThat(rows(page("/message-events?sender=Shop&channel=email"))).hasSize(1);
		assertThat(rows(page("/message-events?effect=counted"))).hasSize(1);
		assertThat(rows(page("/message-events?q=C@hearth.example"))).hasSize(2);
		assertThat(page("/message-events?q=nobody@hearth.example").text()).contains("No event matches");
		assertThat(page("/message-events?kind=sent").text()).contains("3 events");
	}

	@Test
	void moreThanAPageGoesOnBehindIt() throws Exception {
		Sender shop = Sender.token(Actor.token("t", "Shop"));
		for (int number = 0; number < 30; number++) {
			this.intake.take(List.of(event(Kind.HARD_BOUNCE, number + "@hearth.example", null)), shop);
		}
		Document first = page("/message-events");
		assertThat(rows(first)).hasSize(25);
		assertThat(rows(page(first.select("nav a[href*=before]").attr("href")))).hasSize(5);
	}

	@Test
	void whenBouncesAreTooManyIsASetting() throws Exception {
		assertThat(save("3", "10", "0", "7")).hasStatus3xxRedirection();
		assertThat(this.rule.limits()).isEqualTo(new BounceRule.Limits(3, 10, 0, 7));
		assertThat(page("/activity").text()).contains("Bounces after which an address rests");
		for (List<String> wrong : List.of(List.of("0", "10", "0", "7"), List.of("3", "91", "0", "7"),
				List.of("3", "10", "10", "7"), List.of("3", "10", "x", "7"), List.of("3", "10", "1", "366"))) {
			assertThat(save(wrong.get(0), wrong.get(1), wrong.get(2), wrong.get(3))).as("%s", wrong).hasStatus(422);
		}
		assertThat(this.rule.limits()).isEqualTo(new BounceRule.Limits(3, 10, 0, 7));
	}

	private static MessageEvent event(Kind kind, String address, String diagnostic) {
		return new MessageEvent(kind, Channel.EMAIL, address, null, Instant.now().minusSeconds(60), "m-" + kind,
				diagnostic, null);
	}

	private MvcTestResult save(String bounces, String within, String apart, String rest) {
		return this.mvc.put()
			.uri("/settings/bounces")
			.with(SignIn.admin())
			.with(csrf())
			.param("bounces", bounces)
			.param("within", within)
			.param("apart", apart)
			.param("rest", rest)
			.exchange();
	}

	private static List<String> rows(Document page) {
		return page.select("main > div.card tbody tr").eachText();
	}

	private Document page(String address) throws Exception {
		MvcTestResult answer = this.mvc.get().uri(address).with(SignIn.admin()).exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
	}

}
