package dev.sayso.offer.editor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.Cap;
import dev.sayso.offer.OfferAttribute;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferValidator;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.shared.Slug;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.Choices;

/**
 * Makes an offer's draft of what somebody sent from its editor, and says what is wrong
 * with it. What cannot be read is left out of the draft, so that the rest can still be
 * previewed.
 */
@Component
class OfferFormParser {

	private static final int LONGEST = 100_000;

	private final EligibilityForms eligibilities;

	private final OfferValidator validator;

	OfferFormParser(EligibilityForms eligibilities, OfferValidator validator) {
		this.eligibilities = eligibilities;
		this.validator = validator;
	}

	OfferDraft parse(OfferEdit edit, Errors errors) {
		return parse(edit, false, errors);
	}

	/**
	 * Reads it.
	 * @param approving whether it is to be approved, too
	 */
	OfferDraft parse(OfferEdit edit, boolean approving, Errors errors) {
		OfferForm form = edit.form();
		if (edit.offer() == null && Slug.isWrong(form.slug(), form.name(), OfferForm.RESERVED)) {
			errors.rejectValue("slug", "offer.fault.slug");
		}
		String eligibility = "";
		try {
			eligibility = this.eligibilities.kept(edit.eligibility());
		}
		catch (InvalidConditionException ex) {
			errors.rejectValue("eligibility", "offer.fault.eligibility");
		}
		OfferDraft draft = new Reading(form, errors).draft(eligibility);
		Map<String, OfferFault> faults = approving ? this.validator.ofApproval(edit.isFallback(), draft.content())
				: this.validator.validate(edit.isFallback(), draft.content());
		faults.keySet().removeIf((part) -> errors.hasFieldErrors(form.field(part)));
		faults
			.forEach((part, fault) -> errors.rejectValue(form.field(part), fault.code(), fault.args().toArray(), null));
		return draft;
	}

	private record Reading(OfferForm form, Errors errors) {

		/**
		 * Reads it all.
		 * @param eligibility as JSON; empty for everybody
		 */
		private OfferDraft draft(String eligibility) {
			OfferContent content = new OfferContent(
					IntStream.range(0, this.form.texts().size())
						.filter((at) -> !this.form.texts().get(at).isBlank())
						.mapToObj(this::representation)
						.toList(),
					this.form.qualifiers(), attributes(), validity(),
					number("priority", this.form.priority(), 0, OfferContent.HIGHEST), eligibility,
					IntStream.range(0, this.form.caps().size()).mapToObj(this::cap).toList(), this.form.personal());
			return new OfferDraft(text("name", this.form.name(), 200),
					text("description", this.form.description(), 2000), content);
		}

		private Representation representation(int at) {
			OfferFormText text = this.form.texts().get(at);
			String row = "texts[" + at + "].";
			return new Representation(text.placement(), text.language(), text(row + "content", text.content(), LONGEST),
					textOrNull(row + "alt", text.alt(), 500), textOrNull(row + "link", text.link(), 2000), text.main(),
					text.fields());
		}

		/** The rows of attributes; one that is left blank is none. */
		private Map<String, Object> attributes() {
			Map<String, Object> attributes = new LinkedHashMap<>();
			List<OfferForm.AttributeRow> rows = this.form.attributes();
			IntStream.range(0, rows.size())
				.filter((at) -> !rows.get(at).isBlank())
				.forEach((at) -> addAttribute(attributes, "attributes[" + at + "].", rows.get(at)));
			return attributes;
		}

		private void addAttribute(Map<String, Object> attributes, String row, OfferForm.AttributeRow typed) {
			String name = typed.name();
			if (!OfferAttribute.isName(name) || attributes.containsKey(name)) {
				this.errors.rejectValue(row + "name",
						OfferAttribute.isName(name) ? "offer.fault.attribute.twice" : "offer.fault.attribute.name");
				return;
			}
			new OfferAttribute(name, typed.kind(), typed.value()).value()
				.ifPresentOrElse((value) -> attributes.put(name, value),
						() -> this.errors.rejectValue(row + "value", "offer.fault.attribute." + typed.kind()));
		}

		private Validity validity() {
			LocalDateTime from = time("from", this.form.from());
			LocalDateTime to = time("to", this.form.to());
			if (from != null && to != null && !to.isAfter(from)) {
				this.errors.rejectValue("to", "offer.fault.order");
				to = null;
			}
			if (ZoneId.getAvailableZoneIds().contains(this.form.zone())) {
				return new Validity(from, to, this.form.zone());
			}
			this.errors.rejectValue("zone", "offer.fault.zone");
			return new Validity(from, to, Validity.ALWAYS.zone());
		}

		private Cap cap(int at) {
			OfferForm.CapRow row = this.form.caps().get(at);
			return new Cap(choice(Cap.Event.values(), Cap.Event::key, row.event()),
					Choices.read(row.each(), "all", "each").equals("each"),
					number("caps[" + at + "].limit", row.limit(), 1, Integer.MAX_VALUE),
					choice(Cap.Period.values(), Cap.Period::key, row.period()));
		}

		private @Nullable LocalDateTime time(String field, String typed) {
			LocalDateTime time = typed.isEmpty() ? null : moment(typed);
			if (time == null && !typed.isEmpty()) {
				this.errors.rejectValue(field, "offer.fault.time");
			}
			return time;
		}

		/** A time that others can read as well: years have four digits. */
		private static @Nullable LocalDateTime moment(String typed) {
			try {
				LocalDateTime moment = LocalDateTime.parse(typed);
				return (moment.getYear() < 1900 || moment.getYear() > 9999) ? null : moment;
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

		private int number(String field, String typed, int least, int most) {
			long number = typed.matches("\\d{1,12}") ? Long.parseLong(typed) : -1;
			if (number < least || number > most) {
				this.errors.rejectValue(field, "offer.fault." + field.replaceFirst(".*\\.", ""));
				return least;
			}
			return (int) number;
		}

		private String text(String field, String typed, int longest) {
			if (typed.length() <= longest) {
				return typed;
			}
			this.errors.rejectValue(field, "offer.fault.long", new Object[] { longest }, null);
			return TextNormalizer.shorten(typed, longest);
		}

		private @Nullable String textOrNull(String field, String typed, int longest) {
			return typed.isEmpty() ? null : text(field, typed, longest);
		}

		/** The choice of this key, or the first where there is none. */
		private static <T> T choice(T[] choices, Function<T, String> key, String chosen) {
			return Choices.read(chosen, choices[0],
					(sent) -> Arrays.stream(choices).filter((choice) -> key.apply(choice).equals(sent)).findFirst());
		}

	}

}
