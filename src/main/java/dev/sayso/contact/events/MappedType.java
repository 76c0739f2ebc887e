package dev.sayso.contact.events;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;

/**
 * What a value in a payload can mean.
 */
enum MappedType {

	SENT, DELIVERED,

	/** For good or for now, as another value or the diagnostic says. */
	BOUNCED,

	HARD_BOUNCE, SOFT_BOUNCE, COMPLAINT, UNSUBSCRIBE;

	/** The name in the store and in message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Kind kind(Channel channel, @Nullable Boolean hard, @Nullable String diagnostic) {
		return switch (this) {
			case SENT -> Kind.SENT;
			case DELIVERED -> Kind.DELIVERED;
			case BOUNCED -> Diagnosis.bounce(channel, hard, diagnostic);
			case HARD_BOUNCE -> Diagnosis.bounce(channel, true, diagnostic);
			case SOFT_BOUNCE -> Diagnosis.bounce(channel, false, diagnostic);
			case COMPLAINT -> Kind.COMPLAINT;
			case UNSUBSCRIBE -> Kind.UNSUBSCRIBE;
		};
	}

}
