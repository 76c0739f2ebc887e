package dev.sayso.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.store.Redaction;

/**
 * Finds what names a person in texts elsewhere.
 */
@Component
public class ProfileMentions {

	private final Profiles profiles;

	ProfileMentions(Profiles profiles) {
		this.profiles = profiles;
	}

	/**
	 * Takes out what names somebody while they are still there: their addresses and ids;
	 * empty where nothing does.
	 */
	public Optional<Redaction> find(ProfileId person) {
		List<String> names = this.profiles.findById(person)
			.map(Profile::details)
			.map((details) -> Stream.of(details.email(), details.mobile(), details.phone(), details.externalId())
				.filter(Objects::nonNull)
				.filter((name) -> name.length() > 4)
				.toList())
			.orElse(List.of());
		return names.isEmpty() ? Optional.empty() : Optional.of(Redaction.of(names));
	}

}
