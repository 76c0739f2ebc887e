package dev.sayso.decision.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.Verdict;
import dev.sayso.decision.DecisionReason;

/**
 * An answer as the API gives it.
 *
 * @param profile {@code unknown} where it is the answer for a visitor; else absent
 */
@Schema(name = "Decisions")
public record DecisionDocument(@Schema(
		description = "unknown where nobody was named, nobody has the name, or several have: what is answered is for a visitor.",
		allowableValues = DecisionDocument.UNKNOWN) @Nullable String profile, List<PropositionDocument> propositions) {

	/** What stands for a person nobody could identify. */
	static final String UNKNOWN = "unknown";

	/**
	 * What shows in one scope: exactly one of items and fallback.
	 *
	 * @param id names it where displays and clicks are told; nothing after a dry run
	 * @param items what shows, the best first; empty where there is nothing to show
	 * @param contact whether the person may be contacted; only for placements on a
	 * channel
	 * @param trace only where an explanation was asked for
	 */
	@Schema(name = "Proposition")
	record PropositionDocument(UUID id, String decision, String placement, @Nullable List<OfferDocument> items,
			@Nullable OfferDocument fallback, DecisionReason reason, @Nullable ContactDocument contact,
			@Nullable List<TraceStep> trace) {

	}

	/**
	 * An offer with what it says.
	 *
	 * @param content a text, the address of an image, or for JSON the value itself; for a
	 * placement with fields the HTML that its template makes of them
	 * @param fields what stands in each of the placement's fields, by key; one that is
	 * empty is absent, as all are where the placement has none
	 * @param alt the words of an image
	 * @param link where an image leads
	 * @param language of the content; absent where it is for readers of any
	 * @param score what it was ranked by; absent for a fallback
	 */
	@Schema(name = "ShownOffer")
	record OfferDocument(String offer, String name, Object content, String contentType,
			@Schema(description = "What stands in each field of a placement that has fields, by the field's key, "
					+ "personal values filled in; plain text and addresses, not HTML. A field that is empty is absent.") @Nullable Map<String, String> fields,
			@Nullable String alt, @Nullable String link, @Nullable String language, @Nullable Number score) {

	}

	/** Whether somebody may be contacted on the placement's channel. */
	@Schema(name = "ContactAnswer")
	record ContactDocument(String channel, boolean allowed, List<ReasonDocument> reasons) {

		static ContactDocument of(Verdict verdict) {
			return new ContactDocument(verdict.channel().key(), verdict.allowed(),
					verdict.reasons().stream().map((reason) -> new ReasonDocument(reason.code())).distinct().toList());
		}

	}

	/** What stands against contact. */
	@Schema(name = "ContactReason")
	record ReasonDocument(Verdict.Code code) {

	}

	/** A number without needless digits: 60 and not 60.0. */
	static @Nullable public Number number(@Nullable Double value) {
		if (value == null) {
			return null;
		}
		long whole = value.longValue();
		return (whole == value && Math.abs(whole) < 1L << 53) ? (Number) whole : value;
	}

}
