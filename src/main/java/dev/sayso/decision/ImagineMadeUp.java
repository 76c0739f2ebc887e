package dev.sayso.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.profile.DetailsForm;
import dev.sayso.profile.DetailsForms;
import dev.sayso.profile.KnowPeople;

/**
 * Turns somebody made up into a person that conditions can be asked of; attributes that
 * are no longer declared are left out.
 */
@Component
class ImagineMadeUp {

	private final DetailsForms forms;

	private final KnowPeople people;

	ImagineMadeUp(DetailsForms forms, KnowPeople people) {
		this.forms = forms;
		this.people = people;
	}

	/**
	 * The person.
	 * @param since when they said what they said
	 */
	Person person(MadeUpPerson somebody, Instant since) {
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
