package dev.sayso.landing.visit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.landing.BoxMeaning;

/**
 * What a form showed of a person's say, carried along by the form itself, so that only
 * what differs from it acts.
 */
record ShownChoices(Map<Purpose, Choice> choices) {

	static final ShownChoices NOTHING = new ShownChoices(Map.of());

	ShownChoices {
		choices = Map.copyOf(choices);
	}

	static ShownChoices of(Say say, Iterable<Purpose> purposes) {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		choices.put(Purpose.MARKETING_ANY, say.explicit(Purpose.MARKETING_ANY));
		purposes.forEach((purpose) -> choices.put(purpose, say.explicit(purpose)));
		return new ShownChoices(choices);
	}

	/** Reads what travelled in the form; empty where it did not, or is no such thing. */
	static Optional<ShownChoices> read(@Nullable String text) {
		if (text == null || text.isBlank() || text.length() > 1000) {
			return Optional.empty();
		}
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		for (String part : text.split(" ")) {
			int equals = part.indexOf('=');
			Optional<Purpose> purpose = Purpose.of(part.substring(0, Math.max(0, equals)));
			Optional<Choice> choice = Choice.of(part.substring(equals + 1));
			if (purpose.isEmpty() || choice.isEmpty()) {
				return Optional.empty();
			}
			choices.put(purpose.get(), choice.get());
		}
		return Optional.of(new ShownChoices(choices));
	}

	String written() {
		return new EnumMap<>(this.choices).entrySet()
			.stream()
			.map((entry) -> entry.getKey().key() + "=" + entry.getValue().value())
			.collect(Collectors.joining(" "));
	}

	Choice choice(Purpose purpose) {
		return this.choices.getOrDefault(purpose, Choice.UNKNOWN);
	}

	boolean covered(Purpose purpose) {
		return purpose.channel().isPresent() && choice(Purpose.MARKETING_ANY) == Choice.NO;
	}

	/**
	 * Whether what was said allows what the purpose is about, in the order of precedence.
	 */
	boolean allows(Purpose purpose, ConsentDefaults defaults) {
		Choice any = purpose.channel().isPresent() ? choice(Purpose.MARKETING_ANY) : Choice.UNKNOWN;
		Choice holds = Stream.of(choice(purpose), any)
			.filter((choice) -> choice != Choice.UNKNOWN)
			.findFirst()
			.orElseGet(() -> defaults.choice(purpose));
		return !covered(purpose) && holds.allows(purpose);
	}

	ShownChoices with(Map<Purpose, Choice> written) {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		choices.putAll(this.choices);
		choices.putAll(written);
		return new ShownChoices(choices);
	}

	/**
	 * Whether a box of this meaning stood ticked: it echoes what was said, it never
	 * presumes.
	 */
	boolean ticked(Purpose purpose, BoxMeaning meaning) {
		return switch (meaning) {
			case DO_NOT_CONTACT -> choice(purpose) == Choice.NO || covered(purpose);
			case CONTACT_ME, IN_OR_OUT -> choice(purpose) == Choice.YES && !covered(purpose);
		};
	}

	boolean pending(Purpose purpose, BoxMeaning meaning) {
		return meaning != BoxMeaning.DO_NOT_CONTACT && choice(purpose) == Choice.PENDING;
	}

}
