package dev.sayso.exchange.file;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.person.WrittenAnswer;

/**
 * Terms by which names of columns and files, titles and remarks speak of stopping or of
 * consent, in eight languages.
 */
public final class StopTerms {

	private static final Pattern LEFT = Terms.pattern("stop.left");

	private static final Pattern STOPPED = Terms.pattern("stop.stopped");

	/** A channel that is refused, before or after it, or a consent that is. */
	private static final Pattern REFUSED = Terms.pattern("stop.refused");

	/** A name, a sign and a no. */
	private static final Pattern NO_AT_END = Terms.pattern("stop.no-at-end");

	/** Numbers of something, whose sign looks like a no. */
	private static final Pattern NUMBERED = Terms.pattern("stop.numbered");

	private static final Pattern BOUNCED = Terms.pattern("stop.bounced");

	static final Pattern ANY_CHANNEL = Terms.pattern("stop.any-channel");

	/** Who speaks of contact, or of a list, and not of whatever else can be stopped. */
	private static final Pattern OF_CONTACT = Terms.pattern("stop.of-contact");

	static final Pattern NEGATED = Terms.pattern("stop.negated");

	/** Who speaks of a list speaks of mail. */
	private static final Pattern LIST = Terms.pattern("stop.list");

	private StopTerms() {
	}

	/**
	 * Whether a text speaks of stopping, and how: that the person left, that somebody
	 * stopped contact, or that messages bounced.
	 */
	public static Optional<WrittenAnswer> in(String text) {
		String words = ChannelTerms.words(text);
		if (isRefusal(text, words)) {
			return Optional.of(WrittenAnswer.STOPPED);
		}
		if (NEGATED.matcher(words).lookingAt() && !STOPPED.matcher(words).lookingAt()) {
			return Optional.empty();
		}
		if (BOUNCED.matcher(words).find()) {
			return Optional.of(WrittenAnswer.BOUNCED);
		}
		if (LEFT.matcher(words).find()) {
			return Optional.of(WrittenAnswer.LEFT);
		}
		return STOPPED.matcher(words).find() ? Optional.of(WrittenAnswer.STOPPED) : Optional.empty();
	}

	/**
	 * Whether a text speaks of stopping something that may be no contact, such as
	 * <em>cancelled</em>.
	 */
	static boolean isVague(String text) {
		String words = ChannelTerms.words(text);
		return !ANY_CHANNEL.matcher(words).find() && !LIST.matcher(words).find() && !OF_CONTACT.matcher(words).find()
				&& PurposeTerms.consent(words).isEmpty();
	}

	/**
	 * Whether a few words say, and cannot mean anything else, that somebody left or is
	 * not to be contacted.
	 */
	public static boolean isPlain(String text) {
		return text.length() <= 40 && text.split("\\s+").length <= 5 && !isVague(text)
				&& in(text).filter((topic) -> topic != WrittenAnswer.BOUNCED).isPresent();
	}

	static boolean begins(String words) {
		return beginsStopped(words) || REFUSED.matcher(words).lookingAt();
	}

	static boolean beginsStopped(String words) {
		return STOPPED.matcher(words).lookingAt();
	}

	static boolean isRefusal(String text, String words) {
		boolean refusal = REFUSED.matcher(words).find()
				|| NO_AT_END.matcher(text).matches() && ANY_CHANNEL.matcher(words).find();
		return refusal && !NUMBERED.matcher(text).matches() && !NUMBERED.matcher(words).matches();
	}

	static Optional<Purpose> purpose(String text) {
		return ChannelTerms.purpose(ChannelTerms.words(text));
	}

	/**
	 * What a file whose name speaks of stopping says is stopped: contact, unless it names
	 * something else alone.
	 */
	static ColumnTarget refused(String text) {
		String words = ChannelTerms.words(text);
		boolean contact = ANY_CHANNEL.matcher(words).find() || LIST.matcher(words).find();
		return (!contact && PurposeTerms.isNamed(words)) ? ColumnTerms.target(ColumnTarget.Kind.NO, words)
				: ColumnTarget.no(purpose(text).orElseGet(() -> usual(words)));
	}

	/** Who unsubscribes leaves a mailing list; everything else is taken at its widest. */
	static Purpose usual(String words) {
		return namesList(words) ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY;
	}

	static boolean namesList(String text) {
		return LIST.matcher(ChannelTerms.words(text)).find();
	}

}
