package dev.sayso.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * An offer as the configuration file has it: what is approved, and beside it the draft
 * where that differs.
 *
 * @param key null in a draft, as are description, status and fallback
 * @param status {@code draft}, {@code approved} or {@code archived}; null for as it is
 * @param audiences keys of those of which any is needed
 * @param draft what the next approval would freeze; null where it is the same
 */
record OfferItem(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key, @Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean fallback, @Nullable Integer priority,
		@Nullable ValidityItem validity, @Nullable List<String> audiences, @Nullable Object condition,
		@Nullable Boolean personalized, @Nullable List<TextItem> texts, @Nullable List<CapItem> caps,
		@Nullable List<String> qualifiers, @Nullable Map<String, Object> attributes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OfferItem draft) implements ConfigurationPart.Item {

	private static final int LONGEST = 100_000;

	/**
	 * A text.
	 *
	 * @param language null for whoever reads another
	 * @param main true for the main text of its placement
	 * @param content null for a placement with fields
	 * @param fields what stands in the placement's fields by key; null where it has none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TextItem(@Nullable String placement, @Nullable String language, @Nullable Boolean main,
			@Nullable String content, @Nullable Map<String, @Nullable String> fields, @Nullable String alt,
			@Nullable String link) {

		static TextItem of(Representation text) {
			return new TextItem(text.placement(), text.language().isEmpty() ? null : text.language(),
					text.main() ? true : null, text.fields().isEmpty() ? text.content() : null,
					text.fields().isEmpty() ? null : new TreeMap<>(text.fields()), text.alt(), text.link());
		}

		Representation representation() {
			return new Representation(Objects.requireNonNullElse(this.placement, ""),
					Objects.requireNonNullElse(this.language, Representation.ANY),
					Objects.requireNonNullElse(this.content, ""), this.alt, this.link, this.main, filled());
		}

		/** A field that is null is empty, as one that is left out. */
		private Map<String, String> filled() {
			Map<String, String> filled = new TreeMap<>();
			if (this.fields != null) {
				this.fields.forEach((key, value) -> filled.put(key, Objects.requireNonNullElse(value, "")));
			}
			return filled;
		}

		private void check(String pointer, List<Fault> faults) {
			if (this.placement == null) {
				faults.add(new Fault(pointer + "/placement", ConfigurationPart.MISSING));
			}
			if (this.content == null && this.fields == null) {
				faults.add(new Fault(pointer + "/content", ConfigurationPart.MISSING));
			}
			length(pointer + "/content", this.content, LONGEST, faults);
			filled()
				.forEach((key, value) -> length(pointer + "/fields/" + JsonBody.escape(key), value, LONGEST, faults));
			length(pointer + "/alt", this.alt, 500, faults);
			length(pointer + "/link", this.link, 2000, faults);
		}

	}

	/**
	 * How often something may happen.
	 *
	 * @param event {@code decision}, {@code display} or {@code click}
	 * @param each whether for each person by themself
	 * @param period {@code day}, {@code week}, {@code month} or {@code ever}
	 */
	record CapItem(@Nullable String event, @Nullable Boolean each, @Nullable Integer limit, @Nullable String period) {

		static CapItem of(Cap cap) {
			return new CapItem(cap.event().key(), cap.each(), cap.limit(), cap.period().key());
		}

		Cap cap() {
			return new Cap(choice(Cap.Event.values(), Cap.Event::key, this.event).orElseThrow(),
					Boolean.TRUE.equals(this.each), Objects.requireNonNull(this.limit),
					choice(Cap.Period.values(), Cap.Period::key, this.period).orElseThrow());
		}

		private void check(String pointer, List<Fault> faults) {
			if (choice(Cap.Event.values(), Cap.Event::key, this.event).isEmpty()) {
				faults.add(missing(pointer + "/event", this.event));
			}
			if (this.each == null) {
				faults.add(new Fault(pointer + "/each", ConfigurationPart.MISSING));
			}
			if (this.limit == null || this.limit < 1) {
				faults.add(new Fault(pointer + "/limit", "is not a whole number from 1"));
			}
			if (choice(Cap.Period.values(), Cap.Period::key, this.period).isEmpty()) {
				faults.add(missing(pointer + "/period", this.period));
			}
		}

		private static <T> Optional<T> choice(T[] all, Function<T, String> key, @Nullable String chosen) {
			return Arrays.stream(all).filter((each) -> key.apply(each).equals(chosen)).findFirst();
		}

	}

	/** An offer that shows with what is approved, or what is drafted where nothing is. */
	static OfferItem of(Offer offer, String name, OfferContent shown, @Nullable OfferItem draft) {
		OfferItem item = of(name, shown);
		return new OfferItem(offer.slug(), name, offer.description(), offer.status().name().toLowerCase(Locale.ROOT),
				offer.fallback(), item.priority, item.validity, item.audiences, item.condition, item.personalized,
				item.texts, item.caps, item.qualifiers, item.attributes, draft);
	}

	/** A content by itself, as drafts have it: what is equal means the same. */
	static OfferItem of(String name, OfferContent content) {
		EligibilityItem eligible = EligibilityItem.of(content.eligibility());
		Map<String, Object> attributes = new TreeMap<>();
		content.attributes()
			.forEach((key, value) -> attributes.put(key, OfferAttribute.of(key, value).value().orElse(value)));
		return new OfferItem(null, name, null, null, null, content.priority(), ValidityItem.of(content.validity()),
				eligible.audiences(), eligible.condition(), content.personal(),
				content.representations().stream().map(TextItem::of).toList(),
				content.caps().stream().map(CapItem::of).toList(), content.qualifiers(), attributes, null);
	}

	/** What the file says of it, but for its draft. */
	OfferContent content() {
		Map<String, Object> values = new TreeMap<>();
		some(this.attributes)
			.forEach((name, value) -> value(name, value).ifPresent((exact) -> values.put(name, exact)));
		return new OfferContent(some(this.texts).stream().map(TextItem::representation).toList(), this.qualifiers,
				values, ValidityItem.parse(this.validity), Objects.requireNonNullElse(this.priority, 0),
				eligibility().kept(), some(this.caps).stream().map(CapItem::cap).toList(),
				Boolean.TRUE.equals(this.personalized));
	}

	EligibilityItem eligibility() {
		return new EligibilityItem(this.audiences, this.condition);
	}

	/** What is wrong with it, wherever it stands. */
	List<Fault> faults(String at) {
		List<Fault> faults = new ArrayList<>();
		length(at + "/description", this.description, 2000, faults);
		if (this.priority != null && (this.priority < 0 || this.priority > OfferContent.HIGHEST)) {
			faults.add(new Fault(at + "/priority", "is not a whole number from 0 to " + OfferContent.HIGHEST));
		}
		faults.addAll(ValidityItem.faults(at + "/validity", this.validity));
		faults.addAll(eligibility().faults(at));
		check(some(this.texts), at + "/texts/", (text, place) -> text.check(place, faults), faults);
		check(some(this.caps), at + "/caps/", (cap, place) -> cap.check(place, faults), faults);
		Set<String> seen = new HashSet<>();
		IntStream.range(0, some(this.qualifiers).size())
			.filter((place) -> !seen.add(some(this.qualifiers).get(place)))
			.forEach((place) -> faults.add(new Fault(at + "/qualifiers/" + place, "stands there twice")));
		some(this.attributes).forEach((name, value) -> {
			if (!OfferAttribute.isName(name) || value(name, value).isEmpty()) {
				faults.add(new Fault(at + "/attributes/" + JsonBody.escape(name),
						OfferAttribute.isName(name) ? "is no text, number or boolean that can be kept" : "is no name"));
			}
		});
		return faults;
	}

	private static <T> void check(List<T> items, String at, BiConsumer<T, String> check, List<Fault> faults) {
		for (int place = 0; place < items.size(); place++) {
			T item = items.get(place);
			if (item != null) {
				check.accept(item, at + place);
			}
			else {
				faults.add(new Fault(at + place, "is not an object"));
			}
		}
	}

	private static Optional<Object> value(String name, Object value) {
		if (value instanceof Boolean || value instanceof String) {
			return OfferAttribute.of(name, value).value();
		}
		return (value instanceof Number number
				&& new BigDecimal(number.toString()).abs().compareTo(BigDecimal.TEN.pow(15)) < 0)
						? OfferAttribute.of(name, value).value() : Optional.empty();
	}

	private static void length(String pointer, @Nullable String text, int most, List<Fault> faults) {
		if (text != null && text.length() > most) {
			faults.add(new Fault(pointer, "is longer than " + most + " characters"));
		}
	}

	private static Fault missing(String pointer, @Nullable String word) {
		return new Fault(pointer, (word == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
	}

	private static <T> List<T> some(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	private static Map<String, Object> some(@Nullable Map<String, Object> map) {
		return (map != null) ? map : Map.of();
	}

}
