package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;

/**
 * A condition without the groups that change nothing, so that its sentence has as few
 * brackets as its meaning allows.
 */
final class Simpler {

	/** Nobody, as no alternative at all. */
	static final Group NOBODY = Condition.any();

	private Simpler() {
	}

	static Condition of(Condition condition) {
		return condition.match(Simpler::group, (comparison) -> comparison);
	}

	private static Condition group(Group group) {
		List<Condition> members = group.conditions().stream().map(Simpler::of).toList();
		return switch (group.of()) {
			case ALL -> all(members);
			case ANY -> any(members);
			case NONE -> not(any(members));
		};
	}

	private static Condition all(List<Condition> members) {
		if (members.contains(NOBODY)) {
			return NOBODY;
		}
		List<Condition> all = new ArrayList<>();
		List<Condition> none = new ArrayList<>();
		for (Condition member : flat(members, Quantifier.ALL)) {
			if (is(member, Quantifier.NONE)) {
				none.addAll(((Group) member).conditions());
			}
			else {
				all.add(member);
			}
		}
		if (!none.isEmpty()) {
			all.add(new Group(Quantifier.NONE, none));
		}
		return (all.size() == 1) ? all.get(0) : new Group(Quantifier.ALL, all);
	}

	private static Condition any(List<Condition> members) {
		if (members.contains(Condition.EVERYBODY)) {
			return Condition.EVERYBODY;
		}
		List<Condition> any = flat(members, Quantifier.ANY);
		return (any.size() == 1) ? any.get(0) : new Group(Quantifier.ANY, any);
	}

	private static Condition not(Condition any) {
		if (any.equals(NOBODY)) {
			return Condition.EVERYBODY;
		}
		if (any.equals(Condition.EVERYBODY)) {
			return NOBODY;
		}
		if (is(any, Quantifier.NONE)) {
			return any(((Group) any).conditions());
		}
		return is(any, Quantifier.ANY) ? new Group(Quantifier.NONE, ((Group) any).conditions()) : Condition.none(any);
	}

	private static List<Condition> flat(List<Condition> members, Quantifier of) {
		return members.stream()
			.flatMap((one) -> is(one, of) ? ((Group) one).conditions().stream() : java.util.stream.Stream.of(one))
			.toList();
	}

	static boolean is(Condition condition, Quantifier of) {
		return condition instanceof Group group && group.of() == of;
	}

}
