package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChange;

/**
 * Writes changes as the messages that receivers get.
 */
@Component
class WebhookMessages {

	private static final String SNAPSHOT = "snapshot";

	private final WebhookSecrets secrets;

	private final AcknowledgementLinks links;

	private final JsonMapper json;

	private final Clock clock;

	WebhookMessages(WebhookSecrets secrets, AcknowledgementLinks links, JsonMapper json, Clock clock) {
		this.secrets = secrets;
		this.links = links;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * What a message holds.
	 *
	 * @param timestamp when it became so
	 */
	record Body(String type, Instant timestamp, SayChange.Item data) {

	}

	/** Writes the messages of one receiver, by the secret that it has now. */
	Writer writer(Receiver receiver) {
		return new Writer(receiver, this.secrets.signature(receiver.id()));
	}

	/**
	 * Writes messages to a receiver.
	 */
	final class Writer {

		private final Receiver receiver;

		private final WebhookSecrets.Signature signature;

		private Writer(Receiver receiver, WebhookSecrets.Signature signature) {
			this.receiver = receiver;
			this.signature = signature;
		}

		/**
		 * Repeated by itself a message keeps its id; told anew on purpose it gets
		 * another.
		 */
		WebhookClient.Message write(SayChange change, int round) {
			return write(change.item(), (round == 0) ? change.id().toString() : change.id() + "_" + round,
					change.obey() ? WebhookMessages.this.links.url(this.receiver.id(), change.id()) : null);
		}

		/**
		 * The same as it stands, which is told for whoever has no copy yet: with an id
		 * that no other telling of the change has.
		 */
		WebhookClient.Message snapshot(SayChange change, int round) {
			SayChange.Item item = change.item();
			return write(
					new SayChange.Item(item.id(), item.at(), item.profile(), item.externalId(), item.kind(),
							item.purpose(), null, item.after(), item.origin(), SNAPSHOT),
					item.id() + "_" + SNAPSHOT + round, null);
		}

		private WebhookClient.Message write(SayChange.Item item, String id, @Nullable String acknowledgement) {
			String body = WebhookMessages.this.json.writeValueAsString(new Body("say.changed", item.at(), item));
			long now = WebhookMessages.this.clock.instant().getEpochSecond();
			return new WebhookClient.Message(this.receiver.url(), id, now, this.signature.sign(id, now, body), body,
					acknowledgement);
		}

	}

}
