package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import dev.sayso.audience.eligibility.EligibilityForm;
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
 * @param fallbacks what is said in the open text where something is not known
 * @param eligibility the kind that was chosen; the rest of it is read by its builder
 * @param parts what was chosen of two versions, by the names of {@link OfferParts}, for
 * all the rest; else empty
 * @param newPlace the place that a button adds, with its first language
 * @param shown the place of the text that is open and previewed
 * @param profile to whom; empty for nobody
 * @param find what was typed to find somebody
 */
record OfferForm(int version, boolean fallback, @NotBlank(message = "{offer.fault.name}") String name, String slug,
		String description, List<OfferFormText> texts, List<OfferFormTexts.Fallback> fallbacks, String eligibility,
		String from, String to, String zone, List<CapRow> caps, String priority, List<String> qualifiers,
		List<AttributeRow> attributes, boolean personal, Map<String, String> parts, String newPlace, String shown,
		String profile, String find) {

	static final List<String> RESERVED = List.of("new", "draft", "preview");

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
		OfferFormTexts typed = OfferFormTexts.of(texts, shown).with(rows(fallbacks).toList());
		texts = typed.all();
		shown = typed.open();
		fallbacks = List.of();
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
		return new OfferForm(version, fallback, "", slug, "", List.of(), List.of(), "", "", "", "", List.of(), "",
				List.of(), List.of(), false, parts, "", shown, profile, find);
	}

	/**
	 * The same after one of its buttons; one that is not about texts, caps or attributes
	 * leaves it as it is.
	 */
	OfferForm after(String act) {
		String verb = act.replaceFirst(":.*", "");
		String argument = act.substring(act.indexOf(':') + 1);
		OfferFormTexts says = new OfferFormTexts(this.texts, this.shown);
		List<CapRow> counts = new ArrayList<>(this.caps);
		List<AttributeRow> tells = new ArrayList<>(this.attributes);
		switch (verb) {
			case "cap" -> counts.add(CapRow.NEW);
			case "attribute" -> tells.add(AttributeRow.NEW);
			case "drop" -> {
				drop("caps.", argument, counts);
				drop("attributes.", argument, tells);
			}
			default -> {
				Choices.check(List.of("", "place", "find").contains(act) || OfferFormTexts.isAct(verb)
						|| EligibilityForm.isAct(act));
				says = verb.equals("place") ? says.after("open", this.newPlace) : says.after(verb, argument);
			}
		}
		return new OfferForm(this.version, this.fallback, this.name, this.slug, this.description, says.all(), List.of(),
				this.eligibility, this.from, this.to, this.zone, counts, this.priority, this.qualifiers, tells,
				this.personal, Map.of(), "", says.open(), this.profile, this.find);
	}

	/** The field that has a part of the offer, such as {@code texts[0].content}. */
	String field(String part) {
		String name = part.replaceFirst("\\..*", "");
		String rest = part.substring(part.indexOf('.') + 1);
		return switch (name) {
			case "content", "alt", "link", "main" -> (place(rest) < 0) ? "texts"
					: "texts[" + place(rest) + "]." + (rest.equals(this.shown) ? name : "content");
			case "representations" -> "texts";
			case "field" -> field(OfferParts.placeOf(part), rest.substring(0, rest.indexOf('.')));
			case "qualifier" -> "qualifiers";
			default -> part.replaceFirst("\\.(\\d+)", "[$1]");
		};
	}

	/** A field of the placement where its text is open, else the text. */
	private String field(String place, String key) {
		return (place(place) < 0) ? "texts"
				: "texts[" + place(place) + "]." + (place.equals(this.shown) ? "fields[" + key + "]" : "content");
	}

	/** Which of the texts is open; -1 for none. */
	public int open() {
		return place(this.shown);
	}

	private int place(String place) {
		return this.texts.stream().map(OfferFormText::place).toList().indexOf(place);
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
