package dev.sayso.landing;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.profile.ReadProfile;
import dev.sayso.shared.ProfileId;

/**
 * Finds whom a personal link is for; a link that is not genuine, of another page or of
 * somebody erased finds nobody.
 */
@Component
class Recipients {

	private final LinkToken tokens;

	private final ReadProfile people;

	Recipients(LinkToken tokens, ReadProfile people) {
		this.tokens = tokens;
		this.people = people;
	}

	Optional<Person> find(Edition edition, String token) {
		return this.tokens.link(token)
			.filter((link) -> link.page() == edition.number())
			.flatMap((link) -> find(link.profile(), link));
	}

	/**
	 * Somebody whose form came earlier.
	 */
	Optional<Person> find(ProfileId id) {
		return find(id, null);
	}

	private Optional<Person> find(ProfileId id, LinkToken.@Nullable Link link) {
		return this.people.withSay(id).map((known) -> new Person(known.profile(), known.say(), link));
	}

}
