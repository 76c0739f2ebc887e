package dev.sayso.contact.events;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.contact.inbound.TwilioSignature;
import dev.sayso.shared.Channel;

/**
 * Twilio's status callbacks of messages: a form, signed as incoming messages are.
 */
@Component
class TwilioStatusForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("twilio-status", ProviderKind.Trust.PROVIDERS_SECRET,
			true, List.of(Channel.SMS, Channel.WHATS_APP));

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
		this.events.take(TwilioStatus.read(request.form(), connector.channel()), connector.channel(),
				Sender.of(connector));
		return InboundAnswer.TAKEN;
	}

}
