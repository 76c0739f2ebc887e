package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * A rule that may stand against contact. An upper room adds one to the verdict by
 * declaring it as a bean.
 */
public interface ContactRule {

	/** Every reason this rule has against contact; empty where it has none. */
	List<Verdict.Reason> against(ContactStatus status, Question question);

	/**
	 * The parts of a person that it reads at an instant, besides the say and the profile;
	 * empty where it reads nothing but their status.
	 */
	default Optional<Set<Class<?>>> reads(Instant at) {
		return Optional.empty();
	}

	/**
	 * When between two instants it came to hold or ceased to, whatever was said
	 * meanwhile.
	 */
	default Stream<Instant> changed(Instant from, Instant until) {
		return Stream.empty();
	}

	/**
	 * @param action what the sender wants to do, such as {@code email-targeting};
	 * {@code transactional} passes opt-outs
	 * @param service how they stand to the service that is sent; null where it is none
	 */
	record Question(Channel channel, String action, @Nullable Subscribed service, Instant at) {

		/** The action that is no marketing. */
		public static final String TRANSACTIONAL = "transactional";

		/** The action that uses a person's data to choose or fill what they get. */
		public static final String PERSONALIZATION = "single-identity-personalization";

		public Question(Channel channel, String action, Instant at) {
			this(channel, action, null, at);
		}

		/** The usual question of a channel. */
		public static Question targeting(Channel channel, Instant at) {
			return new Question(channel, targeting(channel), null, at);
		}

		/** The usual action of a channel. */
		public static String targeting(Channel channel) {
			return switch (channel) {
				case EMAIL -> "email";
				case SMS -> "sms";
				case CALL -> "call";
				case POSTAL_MAIL -> "post";
				case PUSH -> "push";
				case WHATS_APP -> "whatsapp";
				case FAX -> "fax";
			} + "-targeting";
		}

		public boolean isTransactional() {
			return this.action.equals(TRANSACTIONAL);
		}

	}

	/**
	 * How somebody stands to a service.
	 *
	 * @param key of the service
	 * @param since since when
	 * @param ledger the entry behind it; null where they never subscribed
	 */
	record Subscribed(String key, boolean yes, @Nullable Instant since, @Nullable UUID ledger) {

	}

}
