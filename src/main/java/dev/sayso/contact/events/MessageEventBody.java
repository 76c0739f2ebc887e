package dev.sayso.contact.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * What happened to a message, as the API takes it.
 */
@Schema(name = "MessageEvent")
record MessageEventBody(
		@Schema(description = "sent, delivered, bounced, complained, replied or unsubscribed.") @NotNull(
				message = "is missing") String type,
		@Schema(description = "A channel such as email.") @NotNull(message = "is missing") String channel,
		@Schema(example = "externalId:crm-204817",
				description = "Whom it was for; this or address.") @PlainText @Nullable String profile,
		@Schema(description = "Where it went: an e-mail address, a number in E.164, or a device's token.") @PlainText @Size(
				max = 500, message = "is longer than 500 characters") @Nullable String address,
		@Schema(description = "When it happened; now unless told.") @Nullable Instant at,
		@Schema(description = "The sender's own id of the message.") @PlainText @Size(max = 500,
				message = "is longer than 500 characters") @Nullable String message,
		@Schema(description = "With bounced: whether nothing will ever arrive there. Unless told, as the diagnostic says.") @Nullable Boolean hard,
		@Schema(example = "550 5.1.1 No such user",
				description = "What the receiving side said. One by which a carrier holds a stop, such as 21610, is a stop.") @PlainText @Size(
						max = 4000, message = "is longer than 4000 characters") @Nullable String diagnostic,
		@Schema(description = "With replied: what they wrote.") @PlainText @Size(max = 50_000,
				message = "is longer than 50000 characters") @Nullable String text) {

	/** How far a sender's clock may be ahead. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	/** What a sender may tell. */
	enum Type {

		SENT, DELIVERED, BOUNCED, COMPLAINED, REPLIED, UNSUBSCRIBED;

		static Optional<Type> of(String key) {
			return Arrays.stream(values()).filter((type) -> type.key().equals(key)).findFirst();
		}

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		Kind kind(Channel channel, @Nullable Boolean hard, @Nullable String diagnostic) {
			return switch (this) {
				case SENT -> Kind.SENT;
				case DELIVERED -> Kind.DELIVERED;
				case BOUNCED -> Diagnosis.bounce(channel, hard, diagnostic);
				case COMPLAINED -> Kind.COMPLAINT;
				case REPLIED -> Kind.REPLY;
				case UNSUBSCRIBED -> Kind.UNSUBSCRIBE;
			};
		}

	}

	/** What is wrong with it, but for whom it is about. */
	List<Fault> faults(Instant now) {
		List<Fault> faults = new ArrayList<>();
		if (this.type != null && Type.of(this.type).isEmpty()) {
			faults.add(new Fault("/type", "is not one of sent, delivered, bounced, complained, replied, unsubscribed"));
		}
		if (this.channel != null && Channel.of(this.channel).isEmpty()) {
			faults.add(new Fault("/channel", "is not a channel"));
		}
		if (this.at != null && this.at.isAfter(now.plus(AHEAD))) {
			faults.add(new Fault("/at", "is in the future"));
		}
		if (this.hard != null && this.type != null && !Type.BOUNCED.key().equals(this.type)) {
			faults.add(new Fault("/hard", "goes with bounced"));
		}
		if (this.profile != null && this.address != null) {
			faults.add(new Fault("/profile", "goes without address"));
		}
		return faults;
	}

}
