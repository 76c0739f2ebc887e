package dev.sayso.contact.text;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
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
		this.json = json.rebuild()
			.enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
					JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
					JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
					JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
			.build();
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
		JsonNode body;
		try {
			body = this.json.readTree(request.text());
		}
		catch (JacksonException ex) {
			return InboundAnswer.unreadable();
		}
		if (!body.isObject()) {
			return InboundAnswer.unreadable();
		}
		String id = text(body, "id");
		ReceivedMessage message = this.texts.take(connector,
				new InboundText(id.isBlank() ? request.header(WebhookSignature.ID) : id, connector.channel(),
						text(body, "from"), text(body, "text"), saidAt(body), null));
		return InboundAnswer.json(this.json.createObjectNode()
			.put("understood", message.meaning())
			.put("reply", message.reply())
			.toString());
	}

	private static String text(JsonNode body, String name) {
		JsonNode value = body.path(name);
		return value.isString() ? value.stringValue() : value.isNull() || value.isMissingNode() ? "" : value.toString();
	}

	/** Now where nothing can be read, or a clock goes fast: what was said was said. */
	private Instant saidAt(JsonNode body) {
		Instant now = this.clock.instant();
		try {
			Instant said = OffsetDateTime.parse(text(body, "receivedAt").strip().replace(' ', 'T')).toInstant();
			return said.isAfter(now) || said.isBefore(Instant.EPOCH) ? now : said;
		}
		catch (DateTimeException ex) {
			return now;
		}
	}

}
