package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.offer.editor.OfferEditorView.Shown;
import dev.sayso.offer.editor.OfferEditorView.Somebody;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Searchable;

/**
 * To whom an offer can be shown in its preview: nobody in particular, or somebody there
 * is.
 */
@Component
class PreviewRecipients {

	private static final String PROFILES = "/profiles/";

	private final Profiles profiles;

	private final PeopleLoader know;

	private final List<Searchable> searchables;

	PreviewRecipients(Profiles profiles, PeopleLoader know, List<Searchable> searchables) {
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
	Optional<PersonFacts> person(String chosen, Set<Class<?>> parts) {
		return profile(chosen).flatMap((profile) -> {
			Map<ProfileId, PersonFacts> known = this.know.of(List.of(profile), parts);
			return Optional.ofNullable(known.get(profile.id()));
		});
	}

	private Optional<Profile> profile(String id) {
		return ProfileId.parse(id).flatMap(this.profiles::findById);
	}

}
