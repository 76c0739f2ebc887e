package dev.sayso.decision.board;

import java.util.Objects;

import jakarta.validation.constraints.Size;

import dev.sayso.decision.Decision;

/**
 * Whom a criterion is for, as it was typed, beside the eligibility in the same form.
 *
 * @param version the save of the decision that was shown
 * @param name of the audience that is made of the condition; empty for none
 */
record PeopleForm(int version, @Size(max = 200, message = "{catalogue.fault.name.long}") String name) {

	static PeopleForm of(Decision decision) {
		return new PeopleForm(Objects.requireNonNullElse(decision.version(), 0), "");
	}

}
