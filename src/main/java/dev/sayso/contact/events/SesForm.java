package dev.sayso.contact.events;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.shared.Channel;

/**
 * Amazon SES by way of SNS. Everybody may have SNS sign something, so that what counts is
 * the topic that the connector names.
 */
@Component
class SesForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("ses-events", ProviderKind.Trust.CERTIFICATE, true,
			List.of(Channel.EMAIL));

	private final ReportedEvents events;

	private final SnsCertificates certificates;

	private final Clock clock;

	SesForm(ReportedEvents events, SnsCertificates certificates, Clock clock) {
		this.events = events;
		this.certificates = certificates;
		this.clock = clock;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		SnsMessage message = message(request);
		URI certificate = (message != null) ? message.certificate() : null;
		return message != null && certificate != null && message.topic().equals(connector.account())
				&& message.isFresh(this.clock.instant())
				&& this.certificates.find(certificate).filter(message::isSignedBy).isPresent();
	}

	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		SnsMessage message = message(request);
		if (message == null) {
			return InboundAnswer.unreadable();
		}
		if (message.isConfirmation()) {
			URI confirmation = message.confirmation();
			return (confirmation != null && this.certificates.confirm(confirmation)) ? InboundAnswer.TAKEN
					: new InboundAnswer(HttpStatus.BAD_GATEWAY, null, "");
		}
		if (message.type().equals("Notification")) {
			this.events.take(SesEvents.read(message.message()), connector.channel(), Sender.of(connector));
		}
		return InboundAnswer.TAKEN;
	}

	private static @Nullable SnsMessage message(InboundRequest request) {
		JsonNode body = ReportedEvent.tree(request.body());
		return (body != null) ? new SnsMessage(body) : null;
	}

	@Override
	public List<ProviderKind.Link> links(Connector connector) {
		return List.of(Sender.link(connector));
	}

}
