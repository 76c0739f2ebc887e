package dev.sayso.consent.status;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Loads what conditions ask of people, in one query for each part.
 */
@Component
public class PeopleLoader {

	private final Says says;

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final PersonParts parts;

	private final Clock clock;

	PeopleLoader(Says says, ContactStatuses statuses, ConsentSettings settings, PersonParts parts, Clock clock) {
		this.says = says;
		this.statuses = statuses;
		this.settings = settings;
		this.parts = parts;
		this.clock = clock;
	}

	/**
	 * These people as they are now.
	 * @param asked the parts that are asked; the profile itself is always there
	 */
	public Map<ProfileId, PersonFacts> load(Collection<Profile> people, Set<Class<?>> asked) {
		List<ProfileId> ids = people.stream().map(Profile::id).toList();
		Map<ProfileId, List<Object>> known = new HashMap<>();
		ConsentDefaults defaults = this.settings.defaults();
		people.forEach((person) -> known.put(person.id(), new ArrayList<>(List.of(person, defaults))));
		if (asked.contains(ContactStatus.class)) {
			this.statuses.find(people).forEach((id, status) -> {
				known.get(id).add(status);
				known.get(id).add(status.say());
			});
		}
		else {
			this.says.find(ids).forEach((id, say) -> known.get(id).add(say));
		}
		this.parts.load(known, asked, null);
		Instant now = this.clock.instant();
		Map<ProfileId, PersonFacts> persons = new HashMap<>();
		people.forEach((person) -> persons.put(person.id(), this.parts.person(person, known.get(person.id()), now)));
		return persons;
	}

	/** Somebody who is not in the store: nobody in particular, or a test profile. */
	public PersonFacts imagined(Details details, Map<String, Object> own, Collection<Consent> said) {
		ProfileId id = new ProfileId(Ids.next());
		Instant now = this.clock.instant();
		Profile profile = Profile.create(id, details, now, "");
		Say say = Say.of(id, said, null);
		ConsentDefaults defaults = this.settings.defaults();
		List<Object> known = new ArrayList<>(List.of(profile, defaults, say, new AttributeValues.OfPerson(own)));
		this.parts.addNobodys(known);
		known.add(new ContactStatus(say, profile.addresses(), List.of(), List.of(), defaults,
				this.parts.person(profile, known, now)));
		return this.parts.person(profile, known, now);
	}

	PersonFacts person(Profile profile, List<Object> known) {
		return this.parts.person(profile, known, this.clock.instant());
	}

}
