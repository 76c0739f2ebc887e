package dev.sayso.contact.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Tracking;

/**
 * The verdict about whoever a caller named.
 */
@Schema(name = "ContactVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckedProfile(@Schema(description = "As asked.") String profile,
		@Schema(description = "Absent where nobody is known by this name, or several are.") @Nullable UUID id,
		boolean allowed,
		@Schema(description = "What may be done with the mail: identify (with their name), anonymous (counted without them) or"
				+ " none; where opens and clicks differ the stricter.") String tracking,
		TrackingOf trackingOf, @Schema(description = "Every reason why not.") List<Reason> reasons,
		@Schema(description = "With explain and where it is allowed: what lets through.") @Nullable List<Basis> allowedBy,
		@Schema(description = "now, where an instant past was asked: details, and who shares an address, are as now.") @Nullable String details) {

	/** What may be measured of each. */
	@Schema(name = "TrackingOf")
	record TrackingOf(String opens, String clicks) {

		static TrackingOf of(Tracking opens, Tracking clicks) {
			return new TrackingOf(opens.key(), clicks.key());
		}

	}

	/**
	 * A reason why not.
	 */
	@Schema(name = "ContactVerdictReason")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Reason(@Schema(
			description = "UNKNOWN_PROFILE, ADDRESS_MISSING, ADDRESS_SUPPRESSED, OPTED_OUT_ANY, OPTED_OUT, PAUSED, PENDING,"
					+ " NO_CONSENT, NOT_SUBSCRIBED or POLICY.") String code,
			@Schema(description = "The same in a sentence, for people.") String detail, @Nullable Instant since,
			@Schema(description = "When it ends by itself.") @Nullable Instant until,
			@Schema(description = "The entry of the ledger behind it.") @Nullable UUID ledger,
			@Schema(description = "The consent policy behind it.") @Nullable Policy policy,
			@Schema(description = "The suppression behind it.") @Nullable UUID suppression,
			@Schema(description = "Whose it is, where it is of another profile with the same address.") @Nullable UUID profile) {

	}

	/** A version of a consent policy. */
	@Schema(name = "ContactPolicy")
	record Policy(String key, int version) {

	}

	/**
	 * What lets through: what they said, or what holds where nothing was said; for a
	 * service the subscription, and for what is no marketing nothing.
	 */
	@Schema(name = "ContactBasis")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Basis(String purpose, String val, @Schema(description = "explicit, any or default.") String because,
			@Nullable Instant since, @Nullable UUID ledger) {

	}

}
