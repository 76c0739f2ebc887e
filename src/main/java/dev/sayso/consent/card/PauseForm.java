package dev.sayso.consent.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.consent.PauseRefusedException.Fault;
import dev.sayso.shared.Ids;

/**
 * A pause as an operator typed it.
 *
 * @param what the key of what is paused; empty where none was chosen
 * @param shown the ledger's entry of the pause that the form showed; empty where none
 * @param until as it was typed; empty to end it
 */
record PauseForm(String what, String shown, String until, EvidenceForm evidence) {

	static final PauseForm NEW = new PauseForm("", "", "", EvidenceForm.NONE);

	static PauseForm read(MultiValueMap<String, String> fields, String what) {
		String until = fields.containsKey("end") ? "" : field(fields, "until").strip();
		return new PauseForm(what, field(fields, "shown"), until, EvidenceForm.read(fields, "pause-" + what));
	}

	@Nullable UUID seen() {
		return Ids.parse(this.shown).orElse(null);
	}

	/** The day; empty where what was typed is none. */
	Optional<LocalDate> day() {
		try {
			return Optional.of(LocalDate.parse(this.until));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** What is wrong with it before it is recorded, by field, as message keys. */
	Map<String, String> faults() {
		Map<String, String> faults = new LinkedHashMap<>();
		if (!this.until.isEmpty() && day().isEmpty()) {
			faults.put("until", "pause.fault.date");
		}
		if (this.evidence.isTooLong()) {
			faults.put("reason", "evidence.fault.long");
		}
		return faults;
	}

	/**
	 * What is wrong with it where it was refused, by field, as message keys.
	 * @param own whether the pause it would end is surely the person's, so that evidence
	 * is needed
	 */
	Map<String, String> faults(Fault fault, boolean own) {
		return switch (fault) {
			case PAST -> Map.of("until", "pause.fault.past");
			case TOO_FAR -> Map.of("until", "pause.fault.far");
			case OWN -> this.evidence.missing(own);
			case STALE -> Map.of();
		};
	}

	private static String field(MultiValueMap<String, String> fields, String name) {
		return Objects.requireNonNullElse(fields.getFirst(name), "");
	}

}
