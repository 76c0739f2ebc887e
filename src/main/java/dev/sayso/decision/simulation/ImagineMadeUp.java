package dev.sayso.decision.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;

/**
 * Turns somebody made up into a person that conditions can be asked of; attributes that
 * are no longer declared are left out.
 */
@Component
class ImagineMadeUp {

	private final DetailsForms forms;

	private final PeopleLoader people;

	ImagineMadeUp(DetailsForms forms, PeopleLoader people) {
		this.forms = forms;
		this.people = people;
	}

	/**
	 * The person.
	 * @param since when they said what they said
	 */
	PersonFacts person(TestProfile somebody, Instant since) {
		DetailsForm known = this.forms.imagined(somebody.content().texts());
		List<Consent> said = new ArrayList<>();
		somebody.content()
			.says()
			.forEach((purpose, choice) -> Purpose.of(purpose)
				.ifPresent((about) -> Choice.of(choice)
					.ifPresent((chosen) -> said.add(Consent.imagined(about, chosen, since)))));
		return this.people.imagined(known.details(), known.values(), said);
	}

}
