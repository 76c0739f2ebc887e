package dev.sayso.contact.events;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.RecordMessageEvent.Outcome;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.profile.device.PushTokens;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Devices that push messages no longer reach. There is nothing to suppress: a token that
 * is gone is removed wherever it stands, and whoever has no other has no address.
 */
@Component
class GoneDevices {

	private final PushTokens tokens;

	GoneDevices(PushTokens tokens) {
		this.tokens = tokens;
	}

	boolean serves(MessageEvent event) {
		return event.channel() == Channel.PUSH && event.address() != null;
	}

	Outcome remove(MessageEvent event, Sender sender) {
		String token = Objects.requireNonNull(event.address());
		List<ProfileId> owners = this.tokens.owners(token);
		owners.forEach((owner) -> this.tokens.remove(owner, token,
				new ProfileEditor(Origin.API, sender.actor(), sender.name())));
		return Outcome.of(owners.isEmpty() ? Effect.NOTED : Effect.TOKEN_GONE);
	}

}
