package dev.sayso.exchange.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Terms for what is done with people's data beside contacting them, in eight languages,
 * in the form that {@link ChannelTerms#words} gives a text. None of it is marketing.
 */
final class PurposeTerms {

	private static final Map<Pattern, ColumnTarget> TARGETS = new LinkedHashMap<>();

	static {
		TARGETS.put(Terms.word("purpose.modeling"), ColumnTarget.of("consent.modeling"));
		TARGETS.put(Terms.word("purpose.personalize"), ColumnTarget.of("consent.personalize.content"));
		TARGETS.put(Terms.word("purpose.share-partners"), ColumnTarget.of("consent.share"));
		TARGETS.put(Terms.word("purpose.opening-clicking"), ColumnTarget.of("consent.tracking"));
		TARGETS.put(Terms.word("purpose.opens"), ColumnTarget.of("consent.tracking.opens"));
		TARGETS.put(Terms.word("purpose.clicks"), ColumnTarget.of("consent.tracking.clicks"));
		TARGETS.put(Terms.word("purpose.opening"), ColumnTarget.of("consent.tracking.opens"));
		TARGETS.put(Terms.word("purpose.clicking"), ColumnTarget.of("consent.tracking.clicks"));
		TARGETS.put(Terms.word("purpose.tracking"), ColumnTarget.of("consent.tracking"));
	}

	/** Numbers of parcels and links, and what people do by themselves. */
	private static final Pattern OTHER_THING = Terms.word("purpose.other-thing");

	private static final Pattern NAMED = Terms.word("purpose.any");

	private PurposeTerms() {
	}

	/** The consent that a text names beside marketing; empty where it names none. */
	static Optional<ColumnTarget> consent(String words) {
		return isOtherThing(words) ? Optional.empty()
				: TARGETS.entrySet()
					.stream()
					.filter((target) -> target.getKey().matcher(words).find())
					.map(Map.Entry::getValue)
					.findFirst();
	}

	/** Whether a text names what is done with data, and not only with whom. */
	static boolean isNamed(String words) {
		return NAMED.matcher(words).find() && consent(words).isPresent();
	}

	private static boolean isOtherThing(String words) {
		return OTHER_THING.matcher(words).find() && !words.matches(".*\\b(?:not|no|never|share (?:my|data|with)) .*");
	}

}
