package dev.sayso.profile.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;

/**
 * What the list can be filtered by, and which values that takes.
 */
enum ProfileFilter {

	/** The reach of a channel, by the channel's name. */
	CHANNEL((value) -> ProfileListPage.REACHES.contains(value)),

	PERSONALIZATION(Set.of("yes", "no", "unsaid")::contains),

	COUNTRY((value) -> value.matches("[A-Z]{2}")),

	LANGUAGE((value) -> value.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")),

	/** Who said the no that stands: {@code subject}, or {@code email:subject}. */
	ORIGIN(ProfileFilter::isOrigin),

	/** The value of a declared attribute, by {@code attributes.<name>}. */
	ATTRIBUTE((value) -> !value.isEmpty() && value.length() <= 1000),

	/** A condition as JSON; what cannot be read is refused, never left out. */
	CONDITION((value) -> true);

	/** Neither yes nor no was said, so that the default holds. */
	static final String UNSAID = "unsaid";

	private final Predicate<String> accepted;

	ProfileFilter(Predicate<String> accepted) {
		this.accepted = accepted;
	}

	static Optional<ProfileFilter> of(String parameter) {
		if (Channel.of(parameter).isPresent()) {
			return Optional.of(CHANNEL);
		}
		if (parameter.matches("attributes\\.[A-Za-z][A-Za-z0-9_]{0,59}")) {
			return Optional.of(ATTRIBUTE);
		}
		return List.of(PERSONALIZATION, COUNTRY, LANGUAGE, ORIGIN, CONDITION)
			.stream()
			.filter((kind) -> kind.parameter().equals(parameter))
			.findFirst();
	}

	/** The name in a URL, of those kinds that have one. */
	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean accepts(String value) {
		return this.accepted.test(value);
	}

	private static boolean isOrigin(String value) {
		String origin = value.substring(value.indexOf(':') + 1);
		String channel = value.substring(0, Math.max(0, value.indexOf(':')));
		return Arrays.stream(Origin.values()).anyMatch((known) -> known.key().equals(origin))
				&& (!value.contains(":") || channel.equals("any") || Channel.of(channel).isPresent());
	}

}
