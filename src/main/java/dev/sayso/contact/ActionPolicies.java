package dev.sayso.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * What consent policies say of a marketing action that need not be on a channel, for
 * those who choose what to show.
 */
public interface ActionPolicies {

	/** Nothing is forbidden. */
	ActionPolicies NONE = new ActionPolicies() {

		@Override
		public Set<Class<?>> parts(Instant at) {
			return Set.of();
		}

		@Override
		public Optional<Verdict.Reason> against(PersonFacts person, String action, @Nullable Channel channel) {
			return Optional.empty();
		}

	};

	/** The parts of a person that the policies in force read. */
	Set<Class<?>> parts(Instant at);

	/**
	 * The first policy that stands against an action, at the time for which the person is
	 * asked. Where it is on no channel, what is required for <em>that channel</em> is not
	 * asked.
	 */
	Optional<Verdict.Reason> against(PersonFacts person, String action, @Nullable Channel channel);

}
