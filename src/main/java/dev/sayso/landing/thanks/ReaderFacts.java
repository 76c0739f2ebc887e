package dev.sayso.landing.thanks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * What a page may know of whoever sent a form. Of a visitor that is what the form said
 * and nothing else, so that where they are sent does not tell whether their address is
 * known. Who refuses personalization is known by their say alone: a form by a personal
 * link is filled in with what is known of them.
 */
@Component
class ReaderFacts {

	private final Profiles profiles;

	private final PeopleLoader people;

	private final ConsentSettings settings;

	private final Clock clock;

	ReaderFacts(Profiles profiles, PeopleLoader people, ConsentSettings settings, Clock clock) {
		this.profiles = profiles;
		this.people = people;
		this.settings = settings;
		this.clock = clock;
	}

	PersonFacts read(NextSteps.Taken form, Set<Class<?>> parts) {
		if (form.link() == null) {
			return this.people.imagined(form.details(), form.attributes(), said(form.said()));
		}
		ProfileId person = form.link().profile();
		PersonFacts known = this.people.load(List.of(this.profiles.get(person)), parts).get(person);
		Say say = known.part(Say.class);
		return say.effective(Purpose.PERSONALIZE_CONTENT, this.settings.defaults()).allows() ? known
				: this.people.imagined(Details.NONE, Map.of(), say.consents().values());
	}

	/** What waits to be confirmed is what the form asked for all the same. */
	private static Choice asked(Choice choice) {
		return (choice == Choice.PENDING) ? Choice.YES : choice;
	}

	private List<Consent> said(List<Statement> statements) {
		Instant now = this.clock.instant();
		return statements.stream()
			.map((said) -> new Consent(said.purpose(), asked(said.choice()), now, now, Origin.SUBJECT, true, "", null,
					null, Ids.next()))
			.toList();
	}

}
