package dev.sayso.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.offer.OfferEditor.Shown;
import dev.sayso.offer.OfferEditor.Somebody;
import dev.sayso.profile.KnowPeople;
import dev.sayso.profile.Profile;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Searchable;

/**
 * To whom an offer can be shown in its preview: nobody in particular, or somebody there
 * is.
 */
@Component
class OfferPeople {

	private static final String PROFILES = "/profiles/";

	private final Profiles profiles;

	private final KnowPeople know;

	private final List<Searchable> searchables;

	OfferPeople(Profiles profiles, KnowPeople know, List<Searchable> searchables) {
		this.profiles = profiles;
		this.know = know;
		this.searchables = searchables;
	}

	/**
	 * Whom one may choose, after somebody was looked for.
	 */
	Shown choices(String place, String chosen, String find) {
		List<Somebody> found = new ArrayList<>();
		if (!find.isBlank()) {
			this.searchables.stream()
				.flatMap((searchable) -> searchable.search(find.strip(), 8).stream())
				.filter((hit) -> hit.href().startsWith(PROFILES))
				.forEach((hit) -> found.add(new Somebody(hit.href().substring(PROFILES.length()), hit.name())));
		}
		if (found.stream().noneMatch((one) -> one.id().equals(chosen))) {
			profile(chosen).ifPresent((profile) -> found.add(new Somebody(chosen, profile.name())));
		}
		String profile = (chosen.isEmpty() && !found.isEmpty()) ? found.get(0).id() : chosen;
		return new Shown(place, found, profile, find);
	}

	/**
	 * Somebody with the parts that a text reads; empty for nobody.
	 */
	Optional<Person> person(String chosen, Set<Class<?>> parts) {
		return profile(chosen).flatMap((profile) -> {
			Map<ProfileId, Person> known = this.know.of(List.of(profile), parts);
			return Optional.ofNullable(known.get(profile.id()));
		});
	}

	private Optional<Profile> profile(String id) {
		return ProfileId.parse(id).flatMap(this.profiles::findById);
	}

}
