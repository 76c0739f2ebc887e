package dev.sayso.decision.editor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.Validity;

/**
 * The first step as it was typed: what a decision is called and when it holds.
 *
 * @param from a local time as browsers send it; empty for at once
 * @param to the same; empty for never
 * @param actions keys of the marketing actions it is for
 * @param faults message keys by field
 */
record DecisionDetailsForm(String name, String description, String from, String to, String zone, boolean repeats,
		List<String> actions, Map<String, String> faults) {

	/** What the names of the boxes of actions begin with. */
	private static final String ACTION = "action.";

	/** The zones one may choose, in their order. */
	static final List<String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
		.sorted()
		.toList();

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	/**
	 * @param zone the one to begin with where there is no time to be read in one
	 */
	static DecisionDetailsForm of(Decision decision, ZoneId zone) {
		Validity validity = decision.draft().validity();
		return new DecisionDetailsForm(decision.name(), decision.description(), text(validity.from()),
				text(validity.to()), validity.equals(Validity.ALWAYS) ? zone.getId() : validity.zone(),
				decision.draft().repeats(), decision.draft().actions(), Map.of());
	}

	static DecisionDetailsForm read(Map<String, String> typed) {
		DecisionDetailsForm form = new DecisionDetailsForm(typed.getOrDefault("name", "").strip(),
				typed.getOrDefault("description", "").strip().replace("\r\n", "\n"),
				typed.getOrDefault("from", "").strip(), typed.getOrDefault("to", "").strip(),
				typed.getOrDefault("zone", "UTC"), typed.containsKey("repeats"), actions(typed), Map.of());
		return form.checked();
	}

	private DecisionDetailsForm checked() {
		Map<String, String> faults = new LinkedHashMap<>(DecisionForm.faults(this.name, this.description));
		LocalDateTime begins = moment(this.from);
		LocalDateTime ends = moment(this.to);
		if (begins == null && !this.from.isEmpty()) {
			faults.put("from", "decision.fault.moment");
		}
		if (ends == null && !this.to.isEmpty()) {
			faults.put("to", "decision.fault.moment");
		}
		if (begins != null && ends != null && !ends.isAfter(begins)) {
			faults.put("to", "decision.fault.to");
		}
		if (!isZone(this.zone)) {
			faults.put("zone", "decision.fault.zone");
		}
		return new DecisionDetailsForm(this.name, this.description, this.from, this.to, this.zone, this.repeats,
				this.actions, faults);
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	/** The zones to choose from, and the one that is chosen. */
	public List<String> zones() {
		return ZONES.contains(this.zone) ? ZONES : Stream.concat(Stream.of(this.zone), ZONES.stream()).toList();
	}

	DecisionContent of(DecisionContent content) {
		LocalDateTime begins = moment(this.from);
		LocalDateTime ends = moment(this.to);
		Validity validity = (begins == null && ends == null) ? Validity.ALWAYS : new Validity(begins, ends, this.zone);
		return content.during(validity, this.repeats).about(this.actions);
	}

	private static List<String> actions(Map<String, String> typed) {
		return typed.keySet()
			.stream()
			.filter((name) -> name.startsWith(ACTION))
			.map((name) -> name.substring(ACTION.length()))
			.sorted()
			.toList();
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

	private static boolean isZone(String zone) {
		return ZoneId.getAvailableZoneIds().contains(zone);
	}

}
