package dev.sayso.contact.events;

import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.SourceMessage;
import dev.sayso.consent.Statement;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * Who tells of messages: a system that calls the API, or a provider that signs what it
 * posts.
 *
 * @param name as lists and evidence have it
 * @param provider whether what people told it is known to be from them
 */
record Sender(String name, Actor actor, boolean provider) {

	static Sender token(Actor token) {
		return new Sender(token.name(), token, false);
	}

	static Sender of(Connector connector) {
		return new Sender(connector.name(), Actor.token(connector.id().toString(), connector.name()), true);
	}

	/** Where one sees what a provider told. */
	static ProviderKind.Link link(Connector connector) {
		return new ProviderKind.Link(UriComponentsBuilder.fromPath("/message-events")
			.queryParam("sender", "{sender}")
			.encode()
			.buildAndExpand(connector.name())
			.toUriString(), "message-event.open");
	}

	/** What people told it themselves. */
	Declaration declare(Channel channel, List<Statement> statements, Evidence evidence) {
		return this.provider
				? Declaration.bySubject(statements, evidence, SourceMessage.of(channel, this.name), null).withoutLift()
				: Declaration.byApi(this.actor, false, statements, evidence, true);
	}

}
