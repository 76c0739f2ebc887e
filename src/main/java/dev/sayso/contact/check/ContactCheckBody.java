package dev.sayso.contact.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Who may be contacted how, for what, as it is asked.
 */
@Schema(name = "ContactCheck")
record ContactCheckBody(
		@Schema(example = "email", description = "A channel, such as email or postalMail.") @NotNull(
				message = "is missing") String channel,
		@Schema(example = "email-targeting",
				description = "What the sender wants to do: the channel's targeting unless told, single-identity-personalization,"
						+ " transactional, or one of Settings.") @Nullable String action,
		@Schema(description = "The key of a service: then nobody else than its subscribers is allowed.") @Nullable String service,
		@Schema(description = "An instant past: what was recorded by then counts, with the details of now.") @Nullable Instant at,
		@Schema(description = "Whether what lets through is told as well.") @Nullable Boolean explain,
		@Schema(description = "Ids, externalId:…, email:… or mobile:…, up to 10,000.") @NotNull(
				message = "is missing") List<@NotNull(message = "is not a text") String> profiles) {

	private static final int MOST = 10_000;

	/** What is wrong besides what its constraints say. */
	List<Fault> faults(Instant now, MarketingActions actions) {
		if (this.profiles != null && this.profiles.size() > MOST) {
			throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
					"At most " + MOST + " profiles are checked at once; as NDJSON any number is.");
		}
		List<Fault> faults = new ArrayList<>();
		Channel on = (this.channel != null) ? Channel.of(this.channel).orElse(null) : null;
		if (this.channel != null && on == null) {
			faults.add(new Fault("/channel", "is not a channel"));
		}
		if (this.action != null) {
			MarketingAction asked = actions.find(this.action).orElse(null);
			if (asked == null) {
				faults.add(new Fault("/action", "is not an action"));
			}
			else if (on != null && !asked.isFor(on)) {
				faults.add(new Fault("/action", "is for another channel"));
			}
		}
		if (this.at != null && this.at.isAfter(now)) {
			faults.add(new Fault("/at", "is not past"));
		}
		return faults;
	}

	Channel on() {
		return Channel.of(this.channel).orElseThrow();
	}

	String act() {
		return (this.action != null) ? this.action : MarketingAction.targeting(on()).key();
	}

	boolean explains() {
		return Boolean.TRUE.equals(this.explain);
	}

}
