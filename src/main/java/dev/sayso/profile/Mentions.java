package dev.sayso.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Blot;
import dev.sayso.shared.ProfileId;

/**
 * By what texts elsewhere may name a person.
 */
@Component
public class Mentions {

	private final Profiles profiles;

	Mentions(Profiles profiles) {
		this.profiles = profiles;
	}

	/**
	 * Takes out what names somebody while they are still there: their addresses and ids;
	 * empty where nothing does.
	 */
	public Optional<Blot> of(ProfileId person) {
		List<String> names = this.profiles.findById(person)
			.map(Profile::details)
			.map((details) -> Stream.of(details.email(), details.mobile(), details.phone(), details.externalId())
				.filter(Objects::nonNull)
				.filter((name) -> name.length() > 4)
				.toList())
			.orElse(List.of());
		return names.isEmpty() ? Optional.empty() : Optional.of(Blot.of(names));
	}

}
