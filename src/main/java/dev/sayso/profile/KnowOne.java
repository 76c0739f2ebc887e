package dev.sayso.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.condition.PersonPart;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Standing;
import dev.sayso.shared.Problem;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Together;

/**
 * Finds one person by what a caller calls them and reads what is asked of them, in one
 * round trip to the store.
 */
@Component
public class KnowOne {

	private final ResolveReferences references;

	private final ReadProfile profiles;

	private final AttributeValues values;

	private final Standings standings;

	private final ConsentSettings settings;

	private final List<PersonPart<?>> joined;

	private final KnowPeople people;

	private final Together together;

	KnowOne(ResolveReferences references, ReadProfile profiles, AttributeValues values, Standings standings,
			ConsentSettings settings, List<PersonPart<?>> joined, KnowPeople people, Together together) {
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
	public record Known(Profile profile, Person person) {

	}

	/**
	 * How the store finds who is called so, as the API names people; empty for what names
	 * nobody.
	 */
	public Optional<OneName> name(String reference) {
		return Optional.ofNullable(this.references.name(reference));
	}

	/**
	 * The person of this name; empty where there is nobody.
	 * @param parts the parts that are asked; the profile and the say are always there
	 * @throws Problem 409 with the candidates when several share the address
	 */
	public Optional<Known> of(OneName name, Set<Class<?>> parts) {
		List<Together.Ask<?>> asks = new ArrayList<>();
		Together.Ask<Optional<ReadProfile.WithSay>> profile = this.profiles.ask(name);
		asks.add(profile);
		Together.Ask<List<UUID>> same = ids(name);
		if (name.shared()) {
			asks.add(same);
		}
		List<Together.Ask<?>> read = ask(name, parts);
		asks.addAll(read);
		this.together.ask(asks);
		if (name.shared() && same.answer().size() > 1) {
			throw ProfileReference.ambiguous(same.answer());
		}
		return profile.answer().map((found) -> known(found, parts, read));
	}

	private List<Together.Ask<?>> ask(OneName name, Set<Class<?>> parts) {
		List<Together.Ask<?>> asks = new ArrayList<>();
		if (parts.contains(OwnValues.class)) {
			asks.add(this.values.ask(name));
		}
		for (PersonPart<?> part : this.joined) {
			if (parts.contains(part.type())) {
				asks.add(part.ask(name.ids(), name.values()));
			}
		}
		return asks;
	}

	private Known known(ReadProfile.WithSay found, Set<Class<?>> parts, List<Together.Ask<?>> read) {
		List<Object> known = new ArrayList<>(List.of(found.profile(), this.settings.defaults(), found.say()));
		read.forEach((ask) -> known.add(ask.answer()));
		if (parts.contains(Standing.class)) {
			Map<ProfileId, Standing> standing = this.standings.of(List.of(found.profile()));
			known.add(Objects.requireNonNull(standing.get(found.profile().id())));
		}
		return new Known(found.profile(), this.people.person(found.profile(), known));
	}

	private static Together.Ask<List<UUID>> ids(OneName name) {
		return new Together.Ask<>(name.ids(), name.values(), (rows) -> {
			List<UUID> ids = new ArrayList<>();
			while (rows.next()) {
				ids.add(rows.getObject(1, UUID.class));
			}
			return ids;
		});
	}

}
