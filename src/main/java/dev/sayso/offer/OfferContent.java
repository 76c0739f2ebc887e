package dev.sayso.offer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.offer.text.ImagePaths;

/**
 * What an offer is, but for its name: kept as JSON, frozen by each approval.
 *
 * @param attributes what formulas and texts may read of it: text, number or boolean by
 * name
 * @param priority the higher goes first
 * @param eligibility whom it is for, as a condition's JSON; empty for everybody
 * @param personal whether somebody marked it as personalized, whatever it reads
 */
public record OfferContent(List<Representation> representations, List<String> qualifiers,
		Map<String, Object> attributes, Validity validity, int priority, String eligibility, List<Cap> caps,
		boolean personal) {

	public static final int HIGHEST = 1_000_000;

	public static final OfferContent BLANK = new OfferContent(null, null, null, null, 0, null, null, false);

	public OfferContent(@Nullable List<Representation> representations, @Nullable List<String> qualifiers,
			@Nullable Map<String, Object> attributes, @Nullable Validity validity, int priority,
			@Nullable String eligibility, @Nullable List<Cap> caps, boolean personal) {
		this.representations = (representations != null) ? List.copyOf(representations) : List.of();
		this.qualifiers = (qualifiers != null) ? List.copyOf(qualifiers) : List.of();
		this.attributes = (attributes != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(attributes))
				: Map.of();
		this.validity = (validity != null) ? validity : Validity.ALWAYS;
		this.priority = priority;
		this.eligibility = (eligibility != null) ? eligibility : "";
		this.caps = (caps != null) ? List.copyOf(caps) : List.of();
		this.personal = personal;
	}

	/** The names of the uploaded pictures that it shows. */
	Set<String> images() {
		return this.representations.stream()
			.flatMap(Representation::written)
			.flatMap((text) -> ImagePaths.in(text).stream())
			.collect(Collectors.toSet());
	}

	public Condition eligible() {
		return this.eligibility.isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(this.eligibility);
	}

}
