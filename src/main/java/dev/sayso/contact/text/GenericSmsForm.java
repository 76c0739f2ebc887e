package dev.sayso.contact.text;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.WebhookSignature;
import dev.sayso.shared.Channel;

/**
 * The form for gateways that have none of their own: a text as a JSON object, signed
 * after Standard Webhooks. What can be made out of it is taken, whatever else is wrong.
 */
@Component
class GenericSmsForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("generic-sms", ProviderKind.Trust.SECRET, false,
			List.of(Channel.SMS));

	private final TakeText texts;

	private final JsonMapper json;

	private final Clock clock;

	GenericSmsForm(TakeText texts, JsonMapper json, Clock clock) {
		this.texts = texts;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		return WebhookSignature.verifies(request, secret, this.clock.instant());
	}

	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		Optional<SmsBody> legible = SmsBody.read(request.legible());
		SmsBody body = SmsBody.read(request.text()).or(() -> legible).orElse(null);
		if (body == null) {
			return InboundAnswer.unreadable();
		}
		ReceivedMessage message = this.texts.take(connector,
				new InboundText(body.id().isBlank() ? request.header(WebhookSignature.ID) : body.id(),
						connector.channel(), body.from(), body.text(), legible.map(SmsBody::text).orElse(body.text()),
						saidAt(body.receivedAt()), null));
		return InboundAnswer.json(this.json.createObjectNode()
			.put("understood", message.meaning())
			.put("reply", message.reply())
			.toString());
	}

	/** Now where nothing can be read, or a clock goes fast: what was said was said. */
	private Instant saidAt(String receivedAt) {
		Instant now = this.clock.instant();
		try {
			Instant said = OffsetDateTime.parse(receivedAt.strip().replace(' ', 'T')).toInstant();
			return said.isAfter(now) || said.isBefore(Instant.EPOCH) ? now : said;
		}
		catch (DateTimeException ex) {
			return now;
		}
	}

}
