package dev.sayso.decision.board;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.Validity;

/**
 * What a decision is called and when it holds, as it was typed.
 *
 * @param version the one that was shown
 * @param from a local time as browsers send it; empty for at once
 * @param to the same; empty for never
 * @param repeats whether an offer may show on several placements of one answer
 * @param actions keys of the marketing actions it is for
 * @param fourEyes whether another than who changed it last publishes it
 */
record DecisionDetailsForm(int version,
		@NotBlank(message = "{decision.fault.name}") @Size(max = 200,
				message = "{decision.fault.name.long}") String name,
		@Size(max = 2000, message = "{decision.fault.description}") String description, String from, String to,
		String zone, boolean repeats, List<String> actions, boolean fourEyes) {

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	DecisionDetailsForm {
		description = description.replace("\r\n", "\n");
		actions = Objects.requireNonNullElse(actions, List.<String>of()).stream().sorted().distinct().toList();
	}

	/**
	 * @param zone the one to begin with where there is no time to be read in one
	 */
	static DecisionDetailsForm of(Decision decision, ZoneId zone) {
		Validity validity = decision.draft().validity();
		return new DecisionDetailsForm(Objects.requireNonNullElse(decision.version(), 0), decision.name(),
				decision.description(), text(validity.from()), text(validity.to()),
				validity.equals(Validity.ALWAYS) ? zone.getId() : validity.zone(), decision.draft().repeats(),
				decision.draft().actions(), decision.fourEyes().required());
	}

	/** Says what no annotation says. */
	void check(Errors errors) {
		LocalDateTime begins = moment(this.from);
		LocalDateTime ends = moment(this.to);
		if (begins == null && !this.from.isEmpty()) {
			errors.rejectValue("from", "decision.fault.moment");
		}
		if (ends == null && !this.to.isEmpty()) {
			errors.rejectValue("to", "decision.fault.moment");
		}
		if (begins != null && ends != null && !ends.isAfter(begins)) {
			errors.rejectValue("to", "decision.fault.to");
		}
		if (!ZoneId.getAvailableZoneIds().contains(this.zone)) {
			errors.rejectValue("zone", "decision.fault.zone");
		}
	}

	DecisionContent applyTo(DecisionContent content) {
		LocalDateTime begins = moment(this.from);
		LocalDateTime ends = moment(this.to);
		Validity validity = (begins == null && ends == null) ? Validity.ALWAYS : new Validity(begins, ends, this.zone);
		return content.during(validity, this.repeats).about(this.actions);
	}

	private static String text(@Nullable LocalDateTime moment) {
		return (moment != null) ? moment.format(MINUTES) : "";
	}

	private static @Nullable LocalDateTime moment(String text) {
		try {
			LocalDateTime moment = text.isEmpty() ? null : LocalDateTime.parse(text);
			return (moment == null || moment.getYear() < 1900 || moment.getYear() > 9999) ? null : moment;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
