package dev.sayso.offer.editor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.Cap;
import dev.sayso.offer.OfferAttribute;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferValidator;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.shared.TextNormalizer;

/**
 * Makes an offer's draft of what somebody sent from its editor, and says what is wrong
 * with it. What cannot be read is left out of the draft, so that the rest can still be
 * previewed.
 */
@Component
class OfferFormParser {

	/** What a representation may hold at most. */
	private static final int LONGEST = 100_000;

	private final EligibilityForms eligibilities;

	private final OfferValidator validator;

	OfferFormParser(EligibilityForms eligibilities, OfferValidator validator) {
		this.eligibilities = eligibilities;
		this.validator = validator;
	}

	/**
	 * What was sent.
	 *
	 * @param form with what is wrong
	 * @param draft as far as it could be read
	 */
	record Parsed(OfferForm form, OfferDraft draft) {

	}

	Parsed parse(OfferForm form) {
		Map<String, OfferFault> faults = new LinkedHashMap<>();
		String eligibility = "";
		try {
			eligibility = this.eligibilities.kept(form.eligibility());
		}
		catch (InvalidConditionException ex) {
			faults.put("eligibility", OfferFault.of("offer.fault.eligibility"));
		}
		Fields fields = new Fields(form.values());
		OfferDraft draft = fields.draft(eligibility);
		if (form.isFresh() && !OfferForm.isKey(form.slug())) {
			faults.put("slug", OfferFault.of("offer.fault.slug"));
		}
		fields.faults.forEach(faults::putIfAbsent);
		this.validator.validate(form.fallback(), draft.content()).forEach(faults::putIfAbsent);
		return new Parsed(form.withFaults(faults), draft);
	}

	/**
	 * The parts of an offer as they were typed, by name, and what is wrong with each.
	 */
	private static final class Fields {

		private final Map<String, String> values;

		private final Map<String, OfferFault> faults = new LinkedHashMap<>();

		private Fields(Map<String, String> values) {
			this.values = values;
		}

		/**
		 * Reads them all.
		 * @param eligibility as JSON; empty for everybody
		 */
		private OfferDraft draft(String eligibility) {
			OfferContent content = content(eligibility);
			String name = text("name", 200);
			if (name.isEmpty()) {
				addFault("name", OfferFault.of("offer.fault.name"));
			}
			return new OfferDraft(name, text("description", 2000), content);
		}

		private OfferContent content(String eligibility) {
			List<String> qualifiers = this.values.keySet()
				.stream()
				.filter((name) -> name.startsWith("qualifier.") && isOn(name))
				.map((name) -> name.substring("qualifier.".length()))
				.toList();
			return new OfferContent(representations(), qualifiers, attributes(), validity(),
					number("priority", 0, OfferContent.HIGHEST, "offer.fault.priority"), eligibility, caps(),
					isOn("personal"));
		}

		private List<Representation> representations() {
			return OfferFormEditor.places(value("representations")).map(this::representation).toList();
		}

		private Representation representation(String place) {
			String tag = place.substring(place.indexOf('.') + 1);
			return new Representation(place.substring(0, place.indexOf('.')),
					tag.equals(OfferParts.ANY) ? Representation.ANY : tag, text("content." + place, LONGEST),
					textOrNull("alt." + place, 500), textOrNull("link." + place, 2000));
		}

		/** The rows of attributes; one that is left blank is none. */
		private Map<String, Object> attributes() {
			Map<String, Object> attributes = new LinkedHashMap<>();
			rows("attributes").filter((row) -> !value(row + ".name").isEmpty() || !value(row + ".value").isEmpty())
				.forEach((row) -> addAttribute(attributes, row,
						new OfferAttribute(value(row + ".name"), value(row + ".kind"), value(row + ".value"))));
			return attributes;
		}

		private void addAttribute(Map<String, Object> attributes, String row, OfferAttribute attribute) {
			String name = attribute.name();
			if (!OfferAttribute.isName(name) || attributes.containsKey(name)) {
				addFault(row + ".name", OfferFault
					.of(OfferAttribute.isName(name) ? "offer.fault.attribute.twice" : "offer.fault.attribute.name"));
				return;
			}
			attribute.value()
				.ifPresentOrElse((value) -> attributes.put(name, value),
						() -> addFault(row + ".value", OfferFault.of("offer.fault.attribute." + attribute.kind())));
		}

		private Validity validity() {
			LocalDateTime from = time("from");
			LocalDateTime to = time("to");
			if (from != null && to != null && !to.isAfter(from)) {
				addFault("to", OfferFault.of("offer.fault.order"));
				to = null;
			}
			try {
				return new Validity(from, to, ZoneId.of(value("zone")).getId());
			}
			catch (DateTimeException ex) {
				addFault("zone", OfferFault.of("offer.fault.zone"));
				return new Validity(from, to, Validity.ALWAYS.zone());
			}
		}

		private List<Cap> caps() {
			return rows("caps").map(this::cap).toList();
		}

		private Cap cap(String row) {
			return new Cap(choice(Cap.Event.values(), Cap.Event::key, value(row + ".event")),
					value(row + ".each").equals("each"),
					number(row + ".limit", 1, Integer.MAX_VALUE, "offer.fault.limit"),
					choice(Cap.Period.values(), Cap.Period::key, value(row + ".period")));
		}

		/**
		 * The beginnings of the names of rows, in their order, such as {@code caps.0}.
		 */
		private Stream<String> rows(String list) {
			return PartRows.of(list, this.values).stream();
		}

		private @Nullable LocalDateTime time(String name) {
			try {
				return value(name).isEmpty() ? null : LocalDateTime.parse(value(name));
			}
			catch (DateTimeParseException ex) {
				addFault(name, OfferFault.of("offer.fault.time"));
				return null;
			}
		}

		private int number(String name, int least, int most, String code) {
			String text = value(name);
			long number = text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
			if (number < least || number > most) {
				addFault(name, OfferFault.of(code));
				return least;
			}
			return (int) number;
		}

		private String text(String name, int longest) {
			String text = value(name);
			if (text.length() <= longest) {
				return text;
			}
			addFault(name, OfferFault.of("offer.fault.long", longest));
			return TextNormalizer.shorten(text, longest);
		}

		private @Nullable String textOrNull(String name, int longest) {
			String text = text(name, longest);
			return text.isEmpty() ? null : text;
		}

		private String value(String name) {
			return this.values.getOrDefault(name, "")
				.replace("\r\n", "\n")
				.replaceAll("[\\p{Cc}&&[^\n\t]]", "")
				.strip();
		}

		private boolean isOn(String name) {
			return OfferParts.ON.equals(this.values.get(name));
		}

		private void addFault(String name, OfferFault fault) {
			this.faults.putIfAbsent(name, fault);
		}

		/** The choice of this key, else the first. */
		private static <T> T choice(T[] choices, Function<T, String> key, String chosen) {
			return Arrays.stream(choices)
				.filter((choice) -> key.apply(choice).equals(chosen))
				.findFirst()
				.orElse(choices[0]);
		}

	}

}
