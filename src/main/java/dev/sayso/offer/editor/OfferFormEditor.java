package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.offer.Cap;
import dev.sayso.offer.LanguageTag;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;

/**
 * An offer's form after one of its buttons; nothing is saved.
 */
final class OfferFormEditor {

	private static final Pattern PLACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.([A-Za-z0-9-]{1,35}|\\*)");

	private OfferFormEditor() {
	}

	static OfferForm after(String act, OfferForm form) {
		String argument = act.contains(":") ? act.substring(act.indexOf(':') + 1) : "";
		return switch (act.replaceFirst(":.*", "")) {
			case "speak" -> addText(form);
			case "silence" -> places(form, places(form).filter((place) -> !place.equals(argument)).toList());
			case "cap" -> form.with(with(form, "caps", Map.of("event", Cap.Event.DISPLAY.key(), "each", "each",
					"period", Cap.Period.DAY.key(), "limit", "1")));
			case "attribute" -> form.with(with(form, "attributes", Map.of("name", "", "kind", "text", "value", "")));
			case "drop" -> form.with(without(form, argument));
			default -> EligibilityForm.isAct(act) ? form.with(form.eligibility().after(act)) : form;
		};
	}

	/**
	 * The row a new cap or attribute has, where the keyboard goes on.
	 */
	static String focus(String act, OfferForm form) {
		return switch (act) {
			case "cap" -> "caps." + (PartRows.of("caps", form.values()).size() - 1) + ".event";
			case "attribute" -> "attributes." + (PartRows.of("attributes", form.values()).size() - 1) + ".name";
			case "speak" ->
				form.isValid() ? "content." + places(form).reduce("", (first, last) -> last) : "newLanguage";
			default -> "";
		};
	}

	private static OfferForm addText(OfferForm form) {
		String typed = form.value("newLanguage").strip();
		Optional<String> language = typed.isEmpty() ? Optional.of(OfferParts.ANY) : LanguageTag.tag(typed);
		if (language.isEmpty()) {
			return form.withFault("newLanguage", OfferFault.of("offer.fault.language", typed));
		}
		String place = form.value("newPlacement") + "." + language.get();
		if (places(form).anyMatch(place::equals)) {
			return form.withFault("newLanguage", OfferFault.of("offer.fault.twice"));
		}
		OfferForm added = places(form, Stream.concat(places(form), Stream.of(place)).toList());
		Map<String, String> values = new LinkedHashMap<>(added.values());
		values.put("newLanguage", "");
		values.put("shown", place);
		return added.with(values);
	}

	static Stream<String> places(OfferForm form) {
		return places(form.value("representations"));
	}

	/**
	 * The texts of an offer, each as {@code placement.language}; what is none is left
	 * out.
	 */
	static Stream<String> places(String representations) {
		return Stream.of(representations.split(",")).filter((place) -> PLACE.matcher(place).matches()).distinct();
	}

	private static OfferForm places(OfferForm form, List<String> places) {
		Map<String, String> values = new LinkedHashMap<>(form.values());
		values.put("representations", String.join(",", places));
		return form.with(values);
	}

	private static Map<String, String> with(OfferForm form, String list, Map<String, String> row) {
		Map<String, String> values = new LinkedHashMap<>(form.values());
		int place = PartRows.of(list, values).size();
		row.forEach((field, value) -> values.put(list + "." + place + "." + field, value));
		return values;
	}

	private static Map<String, String> without(OfferForm form, String row) {
		Map<String, String> values = new LinkedHashMap<>(form.values());
		new ArrayList<>(values.keySet()).stream().filter((name) -> name.startsWith(row + ".")).forEach(values::remove);
		return PartRows.parts(values);
	}

}
