package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Channel;

/**
 * What a policy says of one action on one channel: conditions about people alone.
 *
 * @param when for whom it binds
 * @param only who is let through of them
 */
record ResolvedPolicy(Condition when, Condition only) {

	private static final Group NOBODY = Condition.any();

	/**
	 * A policy for an action; empty where it has nothing to say of it, as of what is no
	 * marketing unless it names that.
	 * @param channel null for none, on which nothing is required for that channel
	 */
	static Optional<ResolvedPolicy> of(PolicyContent content, String action, @Nullable Channel channel) {
		Condition when = content.condition();
		if (action.equals(Question.TRANSACTIONAL) && !ActionFacts.names(when, action)) {
			return Optional.empty();
		}
		Condition binding = whole(resolve(when, action, channel));
		Condition only = whole(resolve(content.required(), action, channel));
		return (binding.equals(NOBODY) || only.equals(Condition.EVERYBODY)) ? Optional.empty()
				: Optional.of(new ResolvedPolicy(binding, only));
	}

	private static Condition whole(@Nullable Condition resolved) {
		return (resolved != null) ? resolved : Condition.EVERYBODY;
	}

	/** Null for what is not asked. */
	private static @Nullable Condition resolve(Condition condition, String action, @Nullable Channel channel) {
		return (condition instanceof Group group) ? group(group, action, channel)
				: comparison((Comparison) condition, action, channel);
	}

	private static @Nullable Condition comparison(Comparison comparison, String action, @Nullable Channel channel) {
		if (comparison.fact().equals(ActionFacts.ACTION)) {
			return isAbout(comparison, action) ? Condition.EVERYBODY : NOBODY;
		}
		if (!comparison.fact().equals(RequiredChoiceFacts.THAT_CHANNEL)) {
			return comparison;
		}
		return (channel != null) ? new Comparison(RequiredChoiceFacts.PREFIX + Purpose.marketing(channel).key(),
				comparison.operator(), comparison.values(), comparison.exactly()) : null;
	}

	private static boolean isAbout(Comparison comparison, String action) {
		return switch (comparison.operator()) {
			case IS, IS_ONE_OF -> comparison.values().contains(action);
			case IS_NOT, IS_NONE_OF -> !comparison.values().contains(action);
			case IS_SET -> true;
			default -> false;
		};
	}

	private static @Nullable Condition group(Group group, String action, @Nullable Channel channel) {
		List<Condition> members = new ArrayList<>();
		for (Condition member : group.conditions()) {
			Condition resolved = resolve(member, action, channel);
			if (resolved != null) {
				members.add(resolved);
			}
		}
		if (members.isEmpty() && !group.conditions().isEmpty()) {
			return null;
		}
		Condition deciding = (group.of() == Quantifier.ALL) ? NOBODY : Condition.EVERYBODY;
		Condition idle = (group.of() == Quantifier.ALL) ? Condition.EVERYBODY : NOBODY;
		if (members.contains(deciding)) {
			return (group.of() == Quantifier.ANY) ? Condition.EVERYBODY : NOBODY;
		}
		members.removeIf(idle::equals);
		if (members.isEmpty()) {
			return (group.of() == Quantifier.ANY) ? NOBODY : Condition.EVERYBODY;
		}
		return (members.size() == 1 && group.of() != Quantifier.NONE) ? members.get(0) : new Group(group.of(), members);
	}

}
