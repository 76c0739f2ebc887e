package dev.sayso.consent.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.PersonPart;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Say;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Loads what rooms keep of people besides their say, in one query for each part.
 */
@Component
class PersonParts {

	private final AttributeValues values;

	private final List<PersonPart<?>> additional;

	private final TimeFormat times;

	PersonParts(AttributeValues values, List<PersonPart<?>> additional, TimeFormat times) {
		this.values = values;
		this.additional = additional;
		this.times = times;
	}

	/**
	 * Adds to what is known of people the parts that are asked.
	 * @param at what was recorded by then counts, where a room can tell; null for now
	 */
	void load(Map<ProfileId, List<Object>> known, Set<Class<?>> parts, @Nullable Instant at) {
		List<ProfileId> ids = List.copyOf(known.keySet());
		if (parts.contains(AttributeValues.OfPerson.class)) {
			Map<ProfileId, Map<String, Object>> own = this.values.find(ids);
			known.forEach((id, knows) -> knows.add(new AttributeValues.OfPerson(own.getOrDefault(id, Map.of()))));
		}
		this.additional.stream().filter((part) -> parts.contains(part.type())).forEach((part) -> {
			Map<ProfileId, ?> read = (at != null) ? part.load(ids, at) : part.load(ids);
			known.forEach((id, knows) -> knows.add(Objects.requireNonNull(read.get(id))));
		});
	}

	/** People with a say that is known, for rules that read more of them. */
	Map<ProfileId, PersonFacts> load(Collection<Profile> people, Set<Class<?>> parts, Map<ProfileId, Say> said,
			ConsentDefaults defaults, @Nullable Instant at, Instant now) {
		Map<ProfileId, List<Object>> known = new HashMap<>();
		people.forEach((person) -> known.put(person.id(),
				new ArrayList<>(List.of(person, defaults, Objects.requireNonNull(said.get(person.id()))))));
		load(known, parts, at);
		Map<ProfileId, PersonFacts> facts = new HashMap<>();
		people.forEach((person) -> facts.put(person.id(), person(person, known.get(person.id()), now)));
		return facts;
	}

	/** Nobody's parts, beside what is known. */
	void addNobodys(List<Object> known) {
		this.additional.forEach((part) -> known.add(part.ofNobody()));
	}

	PersonFacts person(Profile profile, List<Object> parts, Instant at) {
		ZoneId usual = this.times.zone();
		String own = profile.details().timeZone();
		return PersonFacts.at(at, (own != null) ? PersonFacts.zone(own, usual) : usual, parts.toArray());
	}

}
