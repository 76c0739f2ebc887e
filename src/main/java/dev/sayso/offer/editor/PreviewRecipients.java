package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.offer.editor.OfferEditorView.Preview;
import dev.sayso.offer.editor.OfferEditorView.Recipient;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.profile.list.ProfileSearchProvider;
import dev.sayso.shared.ProfileId;

/**
 * The people to whom an offer can be shown in its preview: nobody in particular, or a
 * profile.
 */
@Component
class PreviewRecipients {

	private final Profiles profiles;

	private final PeopleLoader loader;

	private final ProfileSearchProvider search;

	PreviewRecipients(Profiles profiles, PeopleLoader loader, ProfileSearchProvider search) {
		this.profiles = profiles;
		this.loader = loader;
		this.search = search;
	}

	/** The people to choose from, after a search. */
	Preview choices(String place, String chosen, String find) {
		List<Recipient> recipients = new ArrayList<>();
		if (!find.isBlank()) {
			this.search.people(find.strip(), 8)
				.forEach((person) -> recipients.add(new Recipient(person.id().toString(), person.name())));
		}
		if (recipients.stream().noneMatch((recipient) -> recipient.id().equals(chosen))) {
			profile(chosen).ifPresent((profile) -> recipients.add(new Recipient(chosen, profile.name())));
		}
		String profile = (chosen.isEmpty() && !recipients.isEmpty()) ? recipients.get(0).id() : chosen;
		return new Preview(place, recipients, profile, find);
	}

	/** Somebody with the parts that a text reads; empty for nobody. */
	Optional<PersonFacts> person(String chosen, Set<Class<?>> parts) {
		return profile(chosen).flatMap((profile) -> {
			Map<ProfileId, PersonFacts> people = this.loader.load(List.of(profile), parts);
			return Optional.ofNullable(people.get(profile.id()));
		});
	}

	private Optional<Profile> profile(String id) {
		return ProfileId.parse(id).flatMap(this.profiles::findById);
	}

}
