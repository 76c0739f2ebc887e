package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.offer.LanguageTag;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferAttribute;
import dev.sayso.offer.OfferParts;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * An offer as it is typed in its editor.
 *
 * @param version the one that was shown
 * @param slug given once
 * @param eligibility the kind that was chosen; the rest of it is read by its builder
 * @param parts what was chosen of two versions, by the names of {@link OfferParts}, for
 * all the rest; else empty
 * @param shown the place of the text that is previewed
 * @param profile to whom; empty for nobody
 * @param find what was typed to find somebody
 */
record OfferForm(int version, boolean fallback, @NotBlank(message = "{offer.fault.name}") String name, String slug,
		String description, String priority, List<OfferFormText> texts, String from, String to, String zone,
		String eligibility, List<CapRow> caps, List<String> qualifiers, List<AttributeRow> attributes, boolean personal,
		Map<String, String> parts, String newPlacement, String newLanguage, String shown, String profile, String find) {

	static final List<String> RESERVED = List.of("new", "draft", "preview");

	private static final Pattern PLACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.([A-Za-z0-9-]{1,35}|\\*)");

	OfferForm {
		if (parts != null && !parts.isEmpty()) {
			Map<String, String> chosen = parts;
			name = part(chosen, "name");
			description = part(chosen, "description");
			priority = part(chosen, "priority");
			texts = Stream.of(part(chosen, "representations").split(","))
				.map((place) -> OfferFormText.of(place, chosen))
				.toList();
			from = part(chosen, "from");
			to = part(chosen, "to");
			zone = part(chosen, "zone");
			caps = below("cap.", chosen).map((cap) -> CapRow.of(cap.getKey(), cap.getValue())).toList();
			qualifiers = below("qualifier.", chosen).map(Map.Entry::getKey).toList();
			attributes = below("attribute.", chosen)
				.map((attribute) -> AttributeRow.of(OfferAttribute.read(attribute.getKey(), attribute.getValue())))
				.toList();
			personal = part(chosen, "personal").equals(OfferParts.ON);
		}
		name = clean(name);
		description = clean(description);
		slug = Slug.typed(slug, name, RESERVED);
		Choices.check(newPlacement.isEmpty() || Slug.isSlug(newPlacement));
		texts = rows(texts).filter((text) -> !text.place().isEmpty())
			.collect(
					Collectors.toMap(OfferFormText::place, (text) -> text, (first, again) -> first, LinkedHashMap::new))
			.values()
			.stream()
			.toList();
		texts.forEach((text) -> Choices.check(PLACE.matcher(text.place()).matches()));
		caps = rows(caps).toList();
		qualifiers = rows(qualifiers).filter((qualifier) -> !qualifier.isEmpty()).distinct().toList();
		attributes = rows(attributes).toList();
		parts = Map.of();
	}

	record CapRow(String event, String each, String period, String limit) {

		static final CapRow NEW = new CapRow("display", "each", "day", "1");

		static CapRow of(String key, String limit) {
			String[] names = (key + "...").split("\\.", -1);
			return new CapRow(names[0], names[1], names[2], limit);
		}

	}

	record AttributeRow(String name, String kind, String value) {

		static final AttributeRow NEW = new AttributeRow("", "text", "");

		AttributeRow {
			kind = Choices.read(kind, "text", "number", "boolean");
			name = clean(name);
			value = clean(value);
		}

		static AttributeRow of(OfferAttribute attribute) {
			return new AttributeRow(attribute.name(), attribute.kind(), attribute.text());
		}

		boolean isBlank() {
			return this.name.isEmpty() && this.value.isEmpty();
		}

	}

	static OfferForm of(Offer offer, String shown, String profile, String find) {
		return of(Objects.requireNonNullElse(offer.version(), 0), offer.fallback(), offer.slug(), OfferParts.of(offer),
				shown, profile, find);
	}

	static OfferForm of(int version, boolean fallback, String slug, Map<String, String> parts, String shown,
			String profile, String find) {
		return new OfferForm(version, fallback, "", slug, "", "", List.of(), "", "", "", "", List.of(), List.of(),
				List.of(), false, parts, "", "", shown, profile, find);
	}

	/**
	 * The same after one of its buttons; one that is not about texts, caps or attributes
	 * leaves it as it is. The first text of a placement is its main one.
	 */
	OfferForm after(String act) {
		String argument = act.substring(act.indexOf(':') + 1);
		List<OfferFormText> says = new ArrayList<>(this.texts);
		List<CapRow> counts = new ArrayList<>(this.caps);
		List<AttributeRow> tells = new ArrayList<>(this.attributes);
		String place = newPlace();
		boolean spoken = act.equals("speak") && place != null && place(place) < 0;
		if (spoken) {
			OfferFormText.of(place, Map.of()).addTo(says);
		}
		switch (act.replaceFirst(":.*", "")) {
			case "silence" -> says.removeIf((text) -> text.place().equals(argument));
			case "cap" -> counts.add(CapRow.NEW);
			case "attribute" -> tells.add(AttributeRow.NEW);
			case "drop" -> {
				drop("caps.", argument, counts);
				drop("attributes.", argument, tells);
			}
			default -> Choices.check(List.of("", "speak", "find").contains(act) || EligibilityForm.isAct(act));
		}
		return new OfferForm(this.version, this.fallback, this.name, this.slug, this.description, this.priority, says,
				this.from, this.to, this.zone, this.eligibility, counts, this.qualifiers, tells, this.personal,
				Map.of(), this.newPlacement, spoken ? "" : this.newLanguage, spoken ? place : this.shown, this.profile,
				this.find);
	}

	/** Says why no text can be added. */
	void checkNewText(Errors errors) {
		String place = newPlace();
		if (place == null) {
			errors.rejectValue("newLanguage", "offer.fault.language", new Object[] { this.newLanguage }, null);
		}
		else if (place(place) >= 0) {
			errors.rejectValue("newLanguage", "offer.fault.twice");
		}
	}

	/** The field that has a part of the offer, such as {@code texts[0].content}. */
	String field(String part) {
		String name = part.replaceFirst("\\..*", "");
		String rest = part.substring(part.indexOf('.') + 1);
		return switch (name) {
			case "content", "alt", "link", "main" ->
				(place(rest) >= 0) ? "texts[" + place(rest) + "]." + name : "texts";
			case "representations" -> "texts";
			case "qualifier" -> "qualifiers";
			default -> part.replaceFirst("\\.(\\d+)", "[$1]");
		};
	}

	private int place(String place) {
		return this.texts.stream().map(OfferFormText::place).toList().indexOf(place);
	}

	/** The place of the text to be added; null where the language is none. */
	private @Nullable String newPlace() {
		Optional<String> language = this.newLanguage.isEmpty() ? Optional.of(OfferParts.ANY)
				: LanguageTag.tag(this.newLanguage);
		return language.map((tag) -> this.newPlacement + "." + tag).orElse(null);
	}

	private static void drop(String list, String row, List<?> rows) {
		String number = row.startsWith(list) ? row.substring(list.length()) : "";
		if (number.matches("\\d{1,3}") && Integer.parseInt(number) < rows.size()) {
			rows.remove(Integer.parseInt(number));
		}
	}

	private static <T> Stream<T> rows(@Nullable List<T> typed) {
		return (typed != null) ? typed.stream().filter(Objects::nonNull) : Stream.of();
	}

	static String part(Map<String, String> parts, String name) {
		return parts.getOrDefault(name, "");
	}

	/** The parts whose names begin so, without that; what is empty is none. */
	private static Stream<Map.Entry<String, String>> below(String beginning, Map<String, String> parts) {
		return new TreeMap<>(parts).entrySet()
			.stream()
			.filter((part) -> part.getKey().startsWith(beginning) && !part.getValue().isEmpty())
			.map((part) -> Map.entry(part.getKey().substring(beginning.length()), part.getValue()));
	}

	static String clean(String typed) {
		return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
	}

}
