package dev.sayso.consent.suppression;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.shared.page.Choices;

/**
 * Why an address may be used again, as it is typed.
 *
 * @param kind one of {@link Evidence#KINDS}
 */
record LiftForm(
		@NotEmpty(message = "{evidence.fault.reason}") @Size(max = 255,
				message = "{evidence.fault.long}") String reason,
		@NotEmpty(message = "{evidence.fault.evidence}") String kind,
		@Size(max = 2000, message = "{evidence.fault.long}") String reference) {

	static final LiftForm EMPTY = new LiftForm("", "", "");

	LiftForm {
		kind = Choices.read(kind, "", Evidence.KINDS.toArray(String[]::new));
	}

	public List<String> kinds() {
		return Evidence.KINDS;
	}

	Grounds grounds() {
		return new Grounds(this.reason, Evidence.typed(this.kind, this.reference));
	}

}
