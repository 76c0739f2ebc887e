package dev.sayso.consent.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.consent.suppression.Suppression.Kind;
import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * An address to be suppressed, as the API takes it.
 */
@Schema(name = "SuppressionWanted")
record SuppressionBody(
		@Schema(description = "A channel, such as email.") @NotNull(message = "is missing") String channel,
		@Schema(example = "camille@posteo.example",
				description = "The full address: an e-mail address, a number in E.164, a device's token, or for postalMail last name, first"
						+ " name, street, postal code, city and country with semicolons between them.") @NotNull(
								message = "is missing") @PlainText @Size(max = 500,
										message = "is longer than 500 characters") String address,
		@Schema(description = "hard-bounce, soft-bounces (ends after 30 days unless told otherwise), complaint, carrier-stop,"
				+ " manual or imported.") @NotNull(message = "is missing") String reason,
		@Schema(description = "With manual and imported: whether nothing arrives there, so that not even what is no"
				+ " marketing goes to it; else a no is kept.") @Nullable Boolean undeliverable,
		@Schema(description = "When it ends by itself; null for never.") @Nullable Instant until) {

	/**
	 * What a body asks for.
	 *
	 * @param address normalised
	 * @param faults what is wrong with the rest
	 */
	record Stated(@Nullable String address, @Nullable Suppression suppression, List<Fault> faults) {

	}

	/**
	 * Reads a body. Where channel and address can be made out, it is taken as a no
	 * whatever else is wrong with it.
	 */
	static Stated read(JsonNode body, Actor token, Instant now) {
		List<Fault> faults = new ArrayList<>();
		SuppressionBody whole = null;
		try {
			whole = JsonBody.read(body, SuppressionBody.class, (read) -> read.faults(now));
		}
		catch (ProblemException ex) {
			faults.addAll(ex.faults());
		}
		Channel channel = Channel.of(body.path("channel").asString("")).orElse(null);
		String address = (channel != null)
				? AddressText.normalize(channel, body.path("address").asString(""), AddressText.NOWHERE) : null;
		if (address == null) {
			return new Stated(null, null, faults);
		}
		Reason reason = Reason.of(body.path("reason").asString(""))
			.filter((each) -> each != Reason.KEPT_SAY)
			.orElse(Reason.MANUAL);
		boolean undeliverable = whole != null && Boolean.TRUE.equals(whole.undeliverable());
		return new Stated(address, Suppression.of(channel, reason, undeliverable, Origin.API, now,
				(whole != null) ? whole.until() : null, token.name()), faults);
	}

	private List<Fault> faults(Instant now) {
		List<Fault> faults = new ArrayList<>();
		Channel named = (this.channel != null) ? Channel.of(this.channel).orElse(null) : null;
		if (this.channel != null && named == null) {
			faults.add(new Fault("/channel", "is not a channel"));
		}
		else if (named != null && this.address != null
				&& AddressText.normalize(named, this.address, AddressText.NOWHERE) == null) {
			faults.add(new Fault("/address", switch (named) {
				case EMAIL -> "is not an e-mail address";
				case PUSH -> "is not a token";
				case POSTAL_MAIL ->
					"is not a last name, first name, street, postal code, city and country with semicolons"
							+ " between them";
				case SMS, CALL, WHATS_APP, FAX -> "is not a number in E.164, such as +33639981245";
			}));
		}
		Reason given = (this.reason != null) ? Reason.of(this.reason).orElse(Reason.KEPT_SAY) : null;
		if (given == Reason.KEPT_SAY) {
			faults.add(new Fault("/reason",
					"is not one of hard-bounce, soft-bounces, complaint, carrier-stop, manual, imported"));
		}
		else if (given != null && this.undeliverable != null && !given.isOpen()
				&& this.undeliverable != (given.kind(false) == Kind.UNDELIVERABLE)) {
			faults.add(new Fault("/undeliverable", "goes with manual and imported"));
		}
		if (this.until != null && !this.until.isAfter(now)) {
			faults.add(new Fault("/until", "is over"));
		}
		return faults;
	}

}
