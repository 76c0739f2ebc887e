package dev.sayso.consent.status;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.PersonPart;
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
import dev.sayso.shared.TimeFormat;

/**
 * Loads what conditions ask of people, in one query for each part.
 */
@Component
public class PeopleLoader {

	private final Says says;

	private final AttributeValues values;

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final List<PersonPart<?>> additional;

	private final TimeFormat times;

	private final Clock clock;

	PeopleLoader(Says says, AttributeValues values, ContactStatuses statuses, ConsentSettings settings,
			List<PersonPart<?>> additional, TimeFormat times, Clock clock) {
		this.says = says;
		this.values = values;
		this.statuses = statuses;
		this.settings = settings;
		this.additional = additional;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * These people as they are now.
	 * @param parts the parts that are asked; the profile itself is always there
	 */
	public Map<ProfileId, PersonFacts> load(Collection<Profile> people, Set<Class<?>> parts) {
		List<ProfileId> ids = people.stream().map(Profile::id).toList();
		Map<ProfileId, List<Object>> known = new HashMap<>();
		ConsentDefaults defaults = this.settings.defaults();
		people.forEach((person) -> known.put(person.id(), new ArrayList<>(List.of(person, defaults))));
		if (parts.contains(AttributeValues.OfPerson.class)) {
			Map<ProfileId, Map<String, Object>> own = this.values.find(ids);
			known.forEach((id, knows) -> knows.add(new AttributeValues.OfPerson(own.getOrDefault(id, Map.of()))));
		}
		if (parts.contains(ContactStatus.class)) {
			this.statuses.find(people).forEach((id, status) -> {
				known.get(id).add(status);
				known.get(id).add(status.say());
			});
		}
		else {
			this.says.find(ids).forEach((id, say) -> known.get(id).add(say));
		}
		this.additional.stream().filter((part) -> parts.contains(part.type())).forEach((part) -> {
			Map<ProfileId, ?> read = part.load(ids);
			known.forEach((id, knows) -> knows.add(Objects.requireNonNull(read.get(id))));
		});
		Instant now = this.clock.instant();
		Map<ProfileId, PersonFacts> persons = new HashMap<>();
		people.forEach((person) -> persons.put(person.id(), person(person, known.get(person.id()), now)));
		return persons;
	}

	/** Somebody who is not in the store: nobody in particular, or a test profile. */
	public PersonFacts imagined(Details details, Map<String, Object> own, Collection<Consent> said) {
		ProfileId id = new ProfileId(Ids.next());
		Instant now = this.clock.instant();
		Profile profile = Profile.create(id, details, now, "");
		Say say = Say.of(id, said, null);
		ConsentDefaults defaults = this.settings.defaults();
		List<Object> parts = new ArrayList<>(List.of(profile, defaults, say, new AttributeValues.OfPerson(own),
				new ContactStatus(say, profile.addresses(), List.of(), List.of(), defaults)));
		this.additional.forEach((part) -> parts.add(part.ofNobody()));
		return person(profile, parts, now);
	}

	PersonFacts person(Profile profile, List<Object> parts) {
		return person(profile, parts, this.clock.instant());
	}

	private PersonFacts person(Profile profile, List<Object> parts, Instant at) {
		ZoneId usual = this.times.zone();
		String own = profile.details().timeZone();
		return PersonFacts.at(at, (own != null) ? PersonFacts.zone(own, usual) : usual, parts.toArray());
	}

}
