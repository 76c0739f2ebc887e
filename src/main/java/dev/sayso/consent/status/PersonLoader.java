package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.PersonPart;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.BatchedProfileReferences;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileName;
import dev.sayso.person.ProfileReferences;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.store.BatchedQueries;

/**
 * Finds one person by what a caller calls them and reads what is asked of them, in one
 * round trip to the store.
 */
@Component
public class PersonLoader {

	private final BatchedProfileReferences references;

	private final ProfilesWithSay profiles;

	private final AttributeValues values;

	private final ContactStatuses standings;

	private final ConsentSettings settings;

	private final List<PersonPart<?>> joined;

	private final PeopleLoader people;

	private final BatchedQueries together;

	PersonLoader(BatchedProfileReferences references, ProfilesWithSay profiles, AttributeValues values,
			ContactStatuses standings, ConsentSettings settings, List<PersonPart<?>> joined, PeopleLoader people,
			BatchedQueries together) {
		this.references = references;
		this.profiles = profiles;
		this.values = values;
		this.standings = standings;
		this.settings = settings;
		this.joined = joined;
		this.people = people;
		this.together = together;
	}

	/** Somebody, and what was asked of them. */
	public record Known(Profile profile, PersonFacts person) {

	}

	/**
	 * How the store finds who is called so, as the API names people; empty for what names
	 * nobody.
	 */
	public Optional<ProfileName> name(String reference) {
		return Optional.ofNullable(this.references.name(reference));
	}

	/**
	 * The person of this name; empty where there is nobody.
	 * @param parts the parts that are asked; the profile and the say are always there
	 * @throws ProblemException 409 with the candidates when several share the address
	 */
	public Optional<Known> of(ProfileName name, Set<Class<?>> parts) {
		List<BatchedQueries.Ask<?>> asks = new ArrayList<>();
		BatchedQueries.Ask<Optional<ProfilesWithSay.WithSay>> profile = this.profiles.ask(name);
		asks.add(profile);
		BatchedQueries.Ask<List<UUID>> same = ids(name);
		if (name.shared()) {
			asks.add(same);
		}
		List<BatchedQueries.Ask<?>> read = ask(name, parts);
		asks.addAll(read);
		this.together.ask(asks);
		if (name.shared() && same.answer().size() > 1) {
			throw ProfileReferences.ambiguous(same.answer());
		}
		return profile.answer().map((found) -> known(found, parts, read));
	}

	private List<BatchedQueries.Ask<?>> ask(ProfileName name, Set<Class<?>> parts) {
		List<BatchedQueries.Ask<?>> asks = new ArrayList<>();
		if (parts.contains(AttributeValues.OfPerson.class)) {
			asks.add(this.values.ask(name));
		}
		for (PersonPart<?> part : this.joined) {
			if (parts.contains(part.type())) {
				asks.add(part.ask(name.ids(), name.values()));
			}
		}
		return asks;
	}

	private Known known(ProfilesWithSay.WithSay found, Set<Class<?>> parts, List<BatchedQueries.Ask<?>> read) {
		List<Object> known = new ArrayList<>(List.of(found.profile(), this.settings.defaults(), found.say()));
		read.forEach((ask) -> known.add(ask.answer()));
		if (parts.contains(ContactStatus.class)) {
			Map<ProfileId, ContactStatus> standing = this.standings.of(List.of(found.profile()));
			known.add(Objects.requireNonNull(standing.get(found.profile().id())));
		}
		return new Known(found.profile(), this.people.person(found.profile(), known));
	}

	private static BatchedQueries.Ask<List<UUID>> ids(ProfileName name) {
		return new BatchedQueries.Ask<>(name.ids(), name.values(), (rows) -> {
			List<UUID> ids = new ArrayList<>();
			while (rows.next()) {
				ids.add(rows.getObject(1, UUID.class));
			}
			return ids;
		});
	}

}
