package dev.sayso.contact.feed;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * One change of what somebody says, as the feed tells it.
 *
 * @param seq its place in the feed
 * @param externalId how others call the person
 * @param purpose null for an erasure
 * @param channel the one it is about; null for all of them
 * @param shared whether it is somebody else's no, which counts through an address
 * @param obey whether it is a no that stands
 */
public record SayChange(long seq, UUID id, Instant at, ProfileId profile, @Nullable String externalId, ChangeKind kind,
		@Nullable String purpose, @Nullable Channel channel, @Nullable String before, @Nullable String after,
		Origin origin, boolean shared, boolean obey) {

	private static final String SHARED = "shared";

	/**
	 * As the API and webhooks write it.
	 */
	@Schema(name = "SayChange")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Item(UUID id, Instant at, UUID profile, @Nullable String externalId, @Schema(allowableValues = {
			"consent", "subscription", "suppression", "pause", "erasure" }) String kind,
			@Schema(description = "Such as marketing.email, service.newsletter, suppression.sms, pause.any; none for an"
					+ " erasure.") @Nullable String purpose,
			@Schema(description = "Absent where nothing had been said.") @Nullable String before,
			@Schema(description = "A choice, the state of a subscription, the reason of a suppression or none, the last day"
					+ " of a pause or ended.") @Nullable String after,
			@Schema(allowableValues = { "subject", "operator", "import", "api", "system" }) String origin,
			@Schema(description = "shared: somebody else's, which counts through an address that both have. snapshot: what"
					+ " stands, told again.") @Nullable String because){

	}

	/** The same where it need not be obeyed any more. */
	SayChange moot() {
		return new SayChange(this.seq, this.id, this.at, this.profile, this.externalId, this.kind, this.purpose,
				this.channel, this.before, this.after, this.origin, this.shared, false);
	}

	public Item item() {
		return new Item(this.id, this.at, this.profile.id(), this.externalId, this.kind.key(), this.purpose,
				this.before, this.after, this.origin.key(), this.shared ? SHARED : null);
	}

}
