package dev.sayso.consent.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.util.MultiValueMap;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;

/**
 * Reason and evidence as an operator typed them, for one purpose or for the whole form.
 *
 * @param kind one of {@link Evidence#KINDS}, or a text that says what proves it
 */
record EvidenceForm(String reason, String kind, String reference) {

	static final int LONGEST = 255;

	static final EvidenceForm NONE = new EvidenceForm("", "", "");

	/**
	 * Reads {@code reason.<key>}, {@code evidence.<key>} and {@code reference.<key>}, and
	 * where one is empty the field of the whole form.
	 */
	static EvidenceForm read(MultiValueMap<String, String> form, String key) {
		return new EvidenceForm(field(form, "reason", key), field(form, "evidence", key),
				field(form, "reference", key));
	}

	public List<String> kinds() {
		return Evidence.KINDS;
	}

	/** Whether what proves it was said in words of its own. */
	public boolean isInWords() {
		return !this.kind.isEmpty() && !Evidence.KINDS.contains(this.kind);
	}

	boolean isTooLong() {
		return this.reason.length() > LONGEST || this.kind.length() > 2000 || this.reference.length() > 2000;
	}

	Evidence evidence() {
		return Evidence.typed(this.kind, this.reference);
	}

	Grounds grounds() {
		return new Grounds(this.reason, this.kind.isEmpty() ? Evidence.NONE : evidence());
	}

	/** What is missing where grounds are asked for, by field, as message keys. */
	Map<String, String> missing(boolean proven) {
		Map<String, String> faults = new LinkedHashMap<>();
		if (this.reason.isEmpty()) {
			faults.put("reason", "evidence.fault.reason");
		}
		if (proven && this.kind.isEmpty()) {
			faults.put("evidence", "evidence.fault.evidence");
		}
		if (isTooLong()) {
			faults.put("reason", "evidence.fault.long");
		}
		return faults;
	}

	private static String field(MultiValueMap<String, String> form, String name, String key) {
		String own = Objects.requireNonNullElse(form.getFirst(name + "." + key), "");
		return (own.isBlank() ? Objects.requireNonNullElse(form.getFirst(name), "") : own).strip();
	}

}
