package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;

import dev.sayso.shared.Channel;

/**
 * One thing that may stand against contact; an upper room joins the verdict by declaring
 * one as a bean.
 */
public interface ContactRule {

	/**
	 * Every reason this rule has against contact; empty where it has none.
	 */
	List<Verdict.Reason> against(ContactStatus standing, Question question);

	/**
	 * What is asked.
	 *
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
