package dev.sayso.exchange.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.exchange.file.ColumnTarget.Kind;
import dev.sayso.person.WrittenAnswer;

/**
 * Terms by which the name of a column says that it holds a stop, a consent, or what is
 * told about either, in eight languages.
 */
public final class ColumnTerms {

	private static final Pattern CONSENT = Terms.pattern("column.consent");

	/** Speaks of consent where it names a channel, or contact. */
	private static final Pattern MAY = Terms.pattern("column.may");

	/** Consents to something else than to be contacted. */
	private static final Pattern ELSEWHERE = Terms.pattern("column.elsewhere");

	private static final Pattern OTHER_CONSENT = Terms.pattern("column.other-consent");

	/** What is told about a stop or a consent and is neither. */
	private static final Pattern ABOUT = Terms.pattern("column.about");

	/** Such a name says what its cells are, whatever it begins with. */
	private static final Pattern MEASURE = Terms.pattern("column.measure");

	/** What is allowed to those who want to leave. */
	private static final Pattern WAY_OUT = Terms.pattern("column.way-out");

	private static final Pattern PENDING = Terms.pattern("column.pending");

	private static final Pattern NOT = Terms.pattern("column.not");

	private static final Pattern WHEN = Terms.pattern("column.when");

	/** A consent, and words that do not say to what. */
	private static final Pattern BARE = Terms.pattern("column.bare");

	/** A file of what was bought or booked. */
	private static final Pattern TRADE = Terms.pattern("column.trade");

	private ColumnTerms() {
	}

	/**
	 * What a column of this name is, where it holds a stop or a consent. A purpose that
	 * it names beside marketing is what it is about; one that names both is for people to
	 * say.
	 */
	static Optional<ColumnTarget> target(String name) {
		String words = ChannelTerms.words(name);
		boolean begins = StopTerms.begins(words) || MAY.matcher(words).lookingAt();
		if (ELSEWHERE.matcher(words).find() || isAbout(words, begins) || WAY_OUT.matcher(words).find()
				|| ChannelTerms.namesSeveral(name)) {
			return Optional.empty();
		}
		if (StopTerms.isRefusal(name, words)) {
			return Optional.of(target(Kind.NO, words));
		}
		Optional<WrittenAnswer> topic = StopTerms.in(name);
		if (topic.isEmpty() && PENDING.matcher(words).find() && CONSENT.matcher(words).find()) {
			return Optional.of(target(Kind.PENDING, words));
		}
		if (NOT.matcher(words).find() && !StopTerms.beginsStopped(words)) {
			return Optional.empty();
		}
		if (topic.isPresent()) {
			return (topic.get() == WrittenAnswer.BOUNCED) ? Optional.empty() : Optional.of(target(Kind.NO, words));
		}
		return (isConsent(words) && !isToSomethingElse(words)) ? Optional.of(target(Kind.CONSENT, words))
				: Optional.empty();
	}

	/** Whether a consent names what nobody here knows, and no contact. */
	private static boolean isToSomethingElse(String words) {
		return PurposeTerms.consent(words).isEmpty() && ChannelTerms.purpose(words).isEmpty()
				&& !StopTerms.ANY_CHANNEL.matcher(words).find() && !BARE.matcher(words).matches();
	}

	static ColumnTarget target(Kind kind, String words) {
		return PurposeTerms.consent(words)
			.map((consent) -> consent.as(kind))
			.orElseGet(() -> new ColumnTarget(kind,
					ChannelTerms.purpose(words).orElseGet(() -> StopTerms.usual(words)).key()));
	}

	private static boolean isAbout(String words, boolean begins) {
		return MEASURE.matcher(words).find() || ABOUT.matcher(words).find() && !begins;
	}

	private static boolean isConsent(String words) {
		if (WHEN.matcher(words).find() || OTHER_CONSENT.matcher(words).find()
				|| StopTerms.NEGATED.matcher(words).lookingAt()) {
			return false;
		}
		return CONSENT.matcher(words).find() || MAY.matcher(words).find()
				&& (StopTerms.ANY_CHANNEL.matcher(words).find() || PurposeTerms.consent(words).isPresent());
	}

	public static boolean speaksOfConsent(String text) {
		return isConsent(ChannelTerms.words(text));
	}

	/** Whether a name tells a time, or what else there is to tell about an answer. */
	static boolean isTold(String name) {
		String words = ChannelTerms.words(name);
		return isTime(name) || MEASURE.matcher(words).find() || ABOUT.matcher(words).find();
	}

	static boolean isTime(String name) {
		return WHEN.matcher(ChannelTerms.words(name)).find();
	}

	static boolean namesConsent(String name) {
		String words = ChannelTerms.words(name);
		return CONSENT.matcher(words).find()
				|| words.matches(".*\\b(?:gdpr|rgpd|dsgvo|avg|rodo|permissions?|autorisations?|berechtigung)\\b.*");
	}

	static boolean namesPreference(String name) {
		return ChannelTerms.words(name).matches(".*\\b(?:preferen|preferr|voorkeur|praferenz|предпочт).*");
	}

	/**
	 * Whether a name holds a channel, contact, advertising, or what is done with data.
	 */
	static boolean namesContact(String name) {
		String words = ChannelTerms.words(name);
		return StopTerms.ANY_CHANNEL.matcher(words).find() || !ChannelTerms.purpose(words).isEmpty()
				|| PurposeTerms.consent(words).isPresent()
				|| words.matches(".*(?:werbung|werbe|reclame|reklam|marketing).*");
	}

	/**
	 * Whether a file is one of orders or bookings, whose states are not those of people.
	 */
	static boolean isTrade(List<String> header) {
		return header.stream().anyMatch((name) -> TRADE.matcher(ChannelTerms.words(name)).find())
				&& header.stream().noneMatch(ColumnTerms::isOfSubscribers);
	}

	private static boolean isOfSubscribers(String name) {
		return StopTerms.namesList(name) || namesConsent(name)
				|| StopTerms.in(name).isPresent() && !StopTerms.isVague(name);
	}

}
