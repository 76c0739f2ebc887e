package dev.sayso.contact.receiver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.OnPostgres;
import dev.sayso.ProductTest;
import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;
import dev.sayso.person.People;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how many changes a second a receiver is told, beside a bare loop that posts
 * the same signed bodies to the same receiver over as many connections.
 */
@Tag("benchmark")
@ProductTest
@OnPostgres
class WebhookFigures {

	private static final int CHANGES = 10_000;

	private static final int RUNS = 5;

	@Autowired
	ReceiverManagement management;

	@Autowired
	Receivers receivers;

	@Autowired
	TellReceivers tell;

	@Autowired
	WebhookClient client;

	@Autowired
	WebhookMessages messages;

	@Autowired
	SayChanges changes;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	@Test
	void tellingIsNotMuchSlowerThanPosting() throws InterruptedException {
		this.settings.set(OutboundHosts.SETTING, "127.0.0.1");
		try (ReceivingServer server = new ReceivingServer()) {
			Receiver receiver = this.management
				.create(new Receiver.Content("Shop", Receiver.Kind.WEBHOOK, server.url(), Set.of(),
						TimeAllowed.ofHours(48), null), People.OPERATOR)
				.receiver();
			lay();
			double best = 0;
			for (int run = 0; run < RUNS; run++) {
				double bare = bare(receiver);
				this.management.replay(receiver, Instant.EPOCH, People.OPERATOR);
				this.jdbc.sql("delete from receiver_change").update();
				long began = System.nanoTime();
				this.tell.tell(this.receivers.get(receiver.id()));
				double told = CHANGES * 1e9 / (System.nanoTime() - began);
				System.out.printf("webhooks %.0f/s, bare loop %.0f/s: %.2f%n", told, bare, told / bare);
				best = Math.max(best, told / bare);
			}
			assertThat(server.taken()).hasSize(2 * RUNS * CHANGES);
			assertThat(best).isGreaterThan(0.6);
		}
	}

	private void lay() {
		for (int number = 0; number < CHANGES; number++) {
			this.jdbc
				.sql("""
						insert into say_change (id, profile_id, at, kind, purpose, channel, before_choice, after_choice, origin, obey)
						values (?, ?, ?, 'consent', 'marketing.email', 'email', 'y', 'n', 'subject', true)""")
				.params(UUID.randomUUID(), new UUID(1, number % 1000), Instant.now().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	private double bare(Receiver receiver) throws InterruptedException {
		List<SayChange> all = this.changes.after(0, Set.of(), CHANGES);
		WebhookMessages.Writer writer = this.messages.writer(receiver);
		Semaphore free = new Semaphore(WebhookClient.AT_ONCE);
		long began = System.nanoTime();
		for (SayChange change : all) {
			free.acquire();
			this.client.post(writer.write(change, 0), (answer) -> free.release());
		}
		free.acquire(WebhookClient.AT_ONCE);
		return CHANGES * 1e9 / (System.nanoTime() - began);
	}

}
