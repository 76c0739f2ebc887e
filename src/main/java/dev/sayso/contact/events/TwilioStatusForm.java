package dev.sayso.contact.events;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.contact.inbound.TwilioAddress;
import dev.sayso.contact.inbound.TwilioSignature;
import dev.sayso.shared.Channel;

/**
 * Twilio's status callbacks of messages: a form, signed as incoming messages are. Errors
 * of the sender's own, such as a filtered text or an account without money, say nothing
 * about whom a message was for.
 */
@Component
class TwilioStatusForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("twilio-status", ProviderKind.Trust.PROVIDERS_SECRET,
			true, List.of(Channel.SMS, Channel.WHATS_APP));

	/** The person told the carrier to stop. */
	private static final Set<String> STOPS = Set.of("21610");

	/** No mobile number, or not in use. */
	private static final Set<String> NEVER = Set.of("21211", "21217", "21614", "30005", "30006");

	/** Out of reach, blocked at the moment, or unknown why. */
	private static final Set<String> FOR_NOW = Set.of("30003", "30004", "30008", "30017");

	private final ReportedEvents events;

	TwilioStatusForm(ReportedEvents events) {
		this.events = events;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		return TwilioSignature.verifies(request, connector, secret);
	}

	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		this.events.take(read(request.form(), connector.channel()), connector.channel(), Sender.of(connector));
		return InboundAnswer.TAKEN;
	}

	private static List<ReportedEvent> read(MultiValueMap<String, String> fields, Channel usual) {
		String code = value(fields, "ErrorCode");
		Kind kind = kind(value(fields, "MessageStatus").toLowerCase(Locale.ROOT), code);
		String to = value(fields, "To");
		if (kind == null || to.isBlank()) {
			return List.of();
		}
		TwilioAddress whom = TwilioAddress.parse(to, usual);
		String message = value(fields, "MessageSid");
		String diagnostic = (code + " " + value(fields, "ErrorMessage")).strip();
		return List.of(new ReportedEvent(kind, whom.channel(), whom.number(), null, message.isBlank() ? null : message,
				diagnostic.isEmpty() ? null : diagnostic));
	}

	private static @Nullable Kind kind(String status, String code) {
		return switch (status) {
			case "sent" -> Kind.SENT;
			case "delivered", "read" -> Kind.DELIVERED;
			case "undelivered", "failed" -> STOPS.contains(code) ? Kind.CARRIER_STOP
					: NEVER.contains(code) ? Kind.HARD_BOUNCE : FOR_NOW.contains(code) ? Kind.SOFT_BOUNCE : null;
			default -> null;
		};
	}

	private static String value(MultiValueMap<String, String> fields, String name) {
		String value = fields.getFirst(name);
		return (value != null) ? value : "";
	}

	@Override
	public List<ProviderKind.Link> links(Connector connector) {
		return List.of(Sender.link(connector));
	}

}
