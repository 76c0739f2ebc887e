package dev.sayso.contact.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;

/**
 * What Amazon SES tells of one message, in both shapes: as a notification of an identity
 * ({@code notificationType}) and as an event of a configuration set ({@code eventType}).
 */
final class SesEvents {

	private SesEvents() {
	}

	static List<ReportedEvent> read(JsonNode body) {
		String type = body.path("notificationType").asString(body.path("eventType").asString(""));
		JsonNode mail = body.path("mail");
		return switch (type) {
			case "Send" -> all(Kind.SENT, mail.path("destination"), mail, mail, null);
			case "Delivery" -> all(Kind.DELIVERED, body.path("delivery").path("recipients"), body.path("delivery"),
					mail, ReportedEvent.text(body.path("delivery").path("smtpResponse")));
			case "Bounce" -> bounces(body.path("bounce"), mail);
			case "Complaint" -> complaints(body.path("complaint"), mail);
			case "Subscription" ->
				body.path("subscription").path("newTopicPreferences").path("unsubscribeAll").asBoolean(false)
						? all(Kind.UNSUBSCRIBE, mail.path("destination"), body.path("subscription"), mail, null)
						: List.of();
			default -> List.of();
		};
	}

	private static List<ReportedEvent> bounces(JsonNode bounce, JsonNode mail) {
		Kind kind = "Permanent".equals(bounce.path("bounceType").asString("")) ? Kind.HARD_BOUNCE : Kind.SOFT_BOUNCE;
		List<ReportedEvent> events = new ArrayList<>();
		for (JsonNode recipient : ReportedEvent.each(bounce.path("bouncedRecipients"))) {
			String diagnostic = ReportedEvent.text(recipient.path("diagnosticCode"));
			add(events, kind, recipient.path("emailAddress"), bounce, mail, (diagnostic != null) ? diagnostic
					: bounce.path("bounceType").asString("") + " " + bounce.path("bounceSubType").asString(""));
		}
		return events;
	}

	/** What somebody took out of their spam again is none. */
	private static List<ReportedEvent> complaints(JsonNode complaint, JsonNode mail) {
		String feedback = ReportedEvent.text(complaint.path("complaintFeedbackType"));
		List<ReportedEvent> events = new ArrayList<>();
		if (!"not-spam".equals(feedback)) {
			ReportedEvent.each(complaint.path("complainedRecipients"))
				.forEach((recipient) -> add(events, Kind.COMPLAINT, recipient.path("emailAddress"), complaint, mail,
						feedback));
		}
		return events;
	}

	private static List<ReportedEvent> all(Kind kind, JsonNode addresses, JsonNode timed, JsonNode mail,
			@Nullable String diagnostic) {
		List<ReportedEvent> events = new ArrayList<>();
		ReportedEvent.each(addresses).forEach((address) -> add(events, kind, address, timed, mail, diagnostic));
		return events;
	}

	private static void add(List<ReportedEvent> events, Kind kind, JsonNode address, JsonNode timed, JsonNode mail,
			@Nullable String diagnostic) {
		String typed = ReportedEvent.text(address);
		if (typed != null) {
			Instant at = JsonBody.instant(timed.path("timestamp").asString(""));
			events.add(new ReportedEvent(kind, Channel.EMAIL, typed, at, ReportedEvent.text(mail.path("messageId")),
					diagnostic));
		}
	}

}
