package dev.sayso.consent.ledger;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;

/**
 * The demo's people who want a rest: one from everything, said by themself, and one from
 * calls, noted by an operator.
 */
@Component
@Order(26)
class DemoPauses implements DemoContent {

	private static final Actor OPERATOR = new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes");

	private final RecordPause record;

	private final ProfileLookup people;

	DemoPauses(RecordPause record, ProfileLookup people) {
		this.record = record;
		this.people = people;
	}

	@Override
	public String name() {
		return "pauses";
	}

	@Override
	public void lay() {
		pause(42, Purpose.MARKETING_ANY, 6,
				Declaration.bySubject(List.of(), Evidence.NONE.with("note", "letter"), "Letter", null));
		pause(45, Purpose.MARKETING_CALL, 3, Declaration.byOperator(OPERATOR, List.of(),
				Evidence.NONE.with("kind", "recorded-call").with("reference", "call 4045")));
	}

	private void pause(int number, Purpose purpose, int weeks, Declaration by) {
		this.people.candidates("externalId:demo-" + number)
			.forEach((person) -> this.record.record(person.id(), by, PauseStatement.of(purpose,
					this.record.days(person.id()).first().plusWeeks(weeks), "away for a while")));
	}

}
