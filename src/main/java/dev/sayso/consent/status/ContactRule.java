package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;

import dev.sayso.shared.Channel;

/**
 * A rule that may stand against contact. An upper room adds one to the verdict by
 * declaring it as a bean.
 */
public interface ContactRule {

	/** Every reason this rule has against contact; empty where it has none. */
	List<Verdict.Reason> against(ContactStatus status, Question question);

	/**
	 * @param action what the sender wants to do, such as {@code email-targeting};
	 * {@code transactional} passes opt-outs
	 */
	record Question(Channel channel, String action, Instant at) {

		/** The action that is no marketing. */
		public static final String TRANSACTIONAL = "transactional";

		public boolean isTransactional() {
			return this.action.equals(TRANSACTIONAL);
		}

	}

}
