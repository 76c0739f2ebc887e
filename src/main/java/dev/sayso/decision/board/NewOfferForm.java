package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.decision.Decision;
import dev.sayso.offer.LanguageTag;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;
import dev.sayso.shared.page.Choices;

/**
 * An offer that is made on the board, as it was typed: its name, and what it says there.
 *
 * @param version the save of the decision that was shown
 * @param texts what it says, by language tag; the first that is written is the main text
 * @param alts the words of an image, by language tag
 * @param fields what stands in the fields of the placement, by language tag and key, such
 * as {@code en.heading}
 */
record NewOfferForm(int version,
		@NotBlank(message = "{board.fault.name}") @Size(max = 200, message = "{catalogue.fault.name.long}") String name,
		Map<String, String> texts, Map<String, String> alts, Map<String, String> fields) {

	NewOfferForm(int version, String name, @Nullable Map<String, String> texts, @Nullable Map<String, String> alts,
			@Nullable Map<String, String> fields) {
		this.version = version;
		this.name = name;
		this.texts = (texts != null) ? texts : Map.of();
		this.alts = (alts != null) ? alts : Map.of();
		this.fields = (fields != null) ? fields : Map.of();
		Choices.check(this.texts.keySet().stream().allMatch((tag) -> LanguageTag.tag(tag).isPresent()));
	}

	static NewOfferForm of(Decision decision) {
		return new NewOfferForm(Objects.requireNonNullElse(decision.version(), 0), "", Map.of(), Map.of(), Map.of());
	}

	/** Says what no annotation says. */
	void check(Errors errors) {
		if (!this.name.isBlank()) {
			FreeKeys.check(this.name, errors);
		}
	}

	boolean isSilent() {
		return this.texts.values().stream().allMatch(String::isBlank)
				&& this.fields.values().stream().allMatch(String::isBlank);
	}

	/** The field of the form where one begins to write in a language. */
	String beginning(String tag) {
		return this.fields.keySet()
			.stream()
			.filter((field) -> field.startsWith(tag + "."))
			.findFirst()
			.map((field) -> "fields[" + field + "]")
			.orElse("texts[" + tag + "]");
	}

	/** What is written in the fields in a language, by key. */
	private Map<String, String> filled(String tag) {
		Map<String, String> filled = new TreeMap<>();
		this.fields.forEach((field, value) -> {
			if (field.startsWith(tag + ".") && !value.isBlank()) {
				filled.put(field.substring(tag.length() + 1), value.replace("\r\n", "\n").strip());
			}
		});
		return filled;
	}

	/**
	 * The offer that is meant.
	 * @param placements where it says this
	 * @param languages the tags of the fields, in their order
	 */
	OfferDraft draft(List<String> placements, List<String> languages) {
		List<Representation> written = new ArrayList<>();
		for (String placement : placements) {
			boolean main = true;
			for (String tag : languages) {
				String text = this.texts.getOrDefault(tag, "");
				Map<String, String> filled = filled(tag);
				if (!text.isBlank() || !filled.isEmpty()) {
					String alt = this.alts.getOrDefault(tag, "");
					written.add(new Representation(placement, tag, text.replace("\r\n", "\n"),
							alt.isBlank() ? null : alt, null, main, filled));
					main = false;
				}
			}
		}
		return new OfferDraft(this.name, "", new OfferContent(written, null, null, null, 0, null, null, false));
	}

	/** Says at its field what is wrong with the offer. */
	static void reject(Map<String, OfferFault> faults, List<String> languages, Errors errors) {
		faults.forEach((part, fault) -> errors.rejectValue(field(part, languages), fault.code(), fault.args().toArray(),
				null));
	}

	private static String field(String part, List<String> languages) {
		if (part.startsWith(OfferParts.FIELD)) {
			String place = OfferParts.placeOf(part);
			String key = part.substring(OfferParts.FIELD.length(), part.length() - place.length() - 1);
			return "fields[" + place.substring(place.indexOf('.') + 1) + "." + key + "]";
		}
		String fields = part.startsWith("alt.") ? "alts" : "texts";
		return languages.stream()
			.filter((tag) -> part.toLowerCase(Locale.ROOT).endsWith("." + tag.toLowerCase(Locale.ROOT)))
			.findFirst()
			.map((tag) -> fields + "[" + tag + "]")
			.orElse("name");
	}

}
