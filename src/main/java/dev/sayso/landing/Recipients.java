package dev.sayso.landing;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Says;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Finds whom a personal link is for; a link that is not genuine, of another page or of
 * somebody erased finds nobody.
 */
@Component
class Recipients {

	private final LinkToken tokens;

	private final Profiles profiles;

	private final Says says;

	Recipients(LinkToken tokens, Profiles profiles, Says says) {
		this.tokens = tokens;
		this.profiles = profiles;
		this.says = says;
	}

	Optional<Person> find(Edition edition, String token) {
		return this.tokens.link(token)
			.filter((link) -> link.page() == edition.number())
			.flatMap((link) -> this.profiles.findById(link.profile())
				.map((profile) -> new Person(profile, this.says.of(profile.id()), link)));
	}

	/**
	 * Somebody whose form came earlier.
	 */
	Optional<Person> find(ProfileId id) {
		return this.profiles.findById(id).map((profile) -> new Person(profile, this.says.of(id), null));
	}

}
