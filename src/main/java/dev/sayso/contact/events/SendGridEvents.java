package dev.sayso.contact.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;

/**
 * What SendGrid's Event Webhook posts: an array of events, of which those of no
 * consequence for contact (opened, clicked, deferred) are left out. A message that is
 * deferred is tried again there, and bounces in the end or arrives.
 */
final class SendGridEvents {

	private SendGridEvents() {
	}

	static List<ReportedEvent> read(JsonNode body) {
		List<ReportedEvent> events = new ArrayList<>();
		for (JsonNode event : ReportedEvent.each(body)) {
			Kind kind = kind(event);
			String address = ReportedEvent.text(event.path("email"));
			if (kind != null && address != null) {
				long seconds = event.path("timestamp").asLong(0);
				String diagnostic = ReportedEvent.text(event.path("reason"));
				events.add(new ReportedEvent(kind, Channel.EMAIL, address,
						(seconds > 0 && seconds < Integer.MAX_VALUE) ? Instant.ofEpochSecond(seconds) : null,
						ReportedEvent.text(event.path("sg_message_id")),
						(diagnostic != null) ? diagnostic : ReportedEvent.text(event.path("response"))));
			}
		}
		return events;
	}

	private static @Nullable Kind kind(JsonNode event) {
		return switch (event.path("event").asString("").toLowerCase(Locale.ROOT)) {
			case "processed" -> Kind.SENT;
			case "delivered" -> Kind.DELIVERED;
			case "bounce" -> "blocked".equals(event.path("type").asString("")) ? Kind.SOFT_BOUNCE : Kind.HARD_BOUNCE;
			case "dropped" -> dropped(event.path("reason").asString("").toLowerCase(Locale.ROOT));
			case "spamreport" -> Kind.COMPLAINT;
			case "unsubscribe", "group_unsubscribe" -> Kind.UNSUBSCRIBE;
			default -> null;
		};
	}

	/**
	 * What was not even tried, since the address stands on a list there; null where that
	 * is not about the address.
	 */
	private static @Nullable Kind dropped(String reason) {
		return switch (reason) {
			case "bounced address", "invalid" -> Kind.HARD_BOUNCE;
			case "spam reporting address" -> Kind.COMPLAINT;
			case "unsubscribed address" -> Kind.UNSUBSCRIBE;
			default -> null;
		};
	}

}
