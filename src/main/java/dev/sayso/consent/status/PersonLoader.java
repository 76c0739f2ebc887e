package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.PersonPart;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileName;
import dev.sayso.store.BatchedQueries;

/**
 * Loads one person by the name a caller uses for them, with all that is asked of them, in
 * one round trip to the store.
 */
@Component
public class PersonLoader {

	private final ProfileLookup references;

	private final ProfilesWithSay profiles;

	private final AttributeValues values;

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final List<PersonPart<?>> additional;

	private final PeopleLoader people;

	private final BatchedQueries queries;

	PersonLoader(ProfileLookup references, ProfilesWithSay profiles, AttributeValues values, ContactStatuses statuses,
			ConsentSettings settings, List<PersonPart<?>> additional, PeopleLoader people, BatchedQueries queries) {
		this.references = references;
		this.profiles = profiles;
		this.values = values;
		this.statuses = statuses;
		this.settings = settings;
		this.additional = additional;
		this.people = people;
		this.queries = queries;
	}

	public record Loaded(Profile profile, PersonFacts person) {

	}

	public Optional<ProfileName> name(String reference) {
		return Optional.ofNullable(this.references.name(reference));
	}

	/**
	 * The person of this name; empty where there is nobody, and where several share the
	 * address, since nobody can tell who of them is meant.
	 * @param parts the parts that are asked; the profile and the say are always there
	 */
	public Optional<Loaded> load(ProfileName name, Set<Class<?>> parts) {
		List<BatchedQueries.Query<?>> asks = new ArrayList<>();
		BatchedQueries.Query<Optional<ProfilesWithSay.WithSay>> profile = this.profiles.ask(name);
		asks.add(profile);
		BatchedQueries.Query<List<UUID>> same = ids(name);
		if (name.shared()) {
			asks.add(same);
		}
		List<BatchedQueries.Query<?>> read = ask(name, parts);
		asks.addAll(read);
		this.queries.ask(asks);
		if (name.shared() && same.answer().size() > 1) {
			return Optional.empty();
		}
		return profile.answer().map((found) -> load(found, parts, read));
	}

	private List<BatchedQueries.Query<?>> ask(ProfileName name, Set<Class<?>> parts) {
		List<BatchedQueries.Query<?>> asks = new ArrayList<>();
		if (parts.contains(AttributeValues.OfPerson.class)) {
			asks.add(this.values.ask(name));
		}
		for (PersonPart<?> part : this.additional) {
			if (parts.contains(part.type())) {
				asks.add(part.ask(name.ids(), name.values()));
			}
		}
		return asks;
	}

	private Loaded load(ProfilesWithSay.WithSay found, Set<Class<?>> parts, List<BatchedQueries.Query<?>> read) {
		List<Object> known = new ArrayList<>(List.of(found.profile(), this.settings.defaults(), found.say()));
		read.forEach((ask) -> known.add(ask.answer()));
		if (parts.contains(ContactStatus.class)) {
			known.add(this.statuses.find(found.profile()));
		}
		return new Loaded(found.profile(), this.people.person(found.profile(), known));
	}

	private static BatchedQueries.Query<List<UUID>> ids(ProfileName name) {
		return new BatchedQueries.Query<>(name.ids(), name.values(), (rows) -> {
			List<UUID> ids = new ArrayList<>();
			while (rows.next()) {
				ids.add(rows.getObject(1, UUID.class));
			}
			return ids;
		});
	}

}
