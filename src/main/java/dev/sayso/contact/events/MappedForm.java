package dev.sayso.contact.events;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
 * Any other sender that posts JSON, as its connector is mapped.
 */
@Component
class MappedForm implements ProviderForm {

	static final String KEY = "mapped";

	private static final ProviderKind KIND = new ProviderKind(KEY, ProviderKind.Trust.PROVIDERS_SECRET, false,
			List.of(Channel.values()));

	private final EventMappings mappings;

	private final ReportedEvents events;

	private final Clock clock;

	MappedForm(EventMappings mappings, ReportedEvents events, Clock clock) {
		this.mappings = mappings;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		EventMapping mapping = mapping(connector);
		return mapping.proof().verifies(request, mapping, secret, this.clock.instant());
	}

	/** Whoever comes before it is mapped comes again. */
	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		EventMapping mapping = mapping(connector);
		if (mapping.version() == null) {
			return new InboundAnswer(HttpStatus.SERVICE_UNAVAILABLE, null, "");
		}
		JsonNode body = ReportedEvent.tree(request.body());
		if (body == null) {
			return InboundAnswer.unreadable();
		}
		List<ReportedEvent> reported = MappedEvents.read(body, mapping, connector.channel())
			.stream()
			.map(MappedEvents.Mapped::event)
			.filter(Objects::nonNull)
			.toList();
		this.events.take(reported, connector.channel(), Sender.of(connector));
		return InboundAnswer.TAKEN;
	}

	@Override
	public Optional<ProviderKind.Missing> missing(Connector connector) {
		return (mapping(connector).version() != null) ? Optional.empty()
				: Optional.of(new ProviderKind.Missing("mapping.missing",
						"/settings/connectors/" + connector.id() + "/mapping", "mapping.set-up"));
	}

	private EventMapping mapping(Connector connector) {
		return this.mappings.findById(connector.id()).orElseGet(() -> EventMapping.none(connector));
	}

	@Override
	public List<ProviderKind.Link> links(Connector connector) {
		return List.of(new ProviderKind.Link("/settings/connectors/" + connector.id() + "/mapping", "mapping.open"),
				Sender.link(connector));
	}

}
