package dev.sayso.condition;

import java.util.Collection;
import java.util.Map;

import dev.sayso.shared.ProfileId;

/**
 * A part of what is known of people that a room keeps; declared as a bean, and read only
 * where a condition asks a fact of it.
 */
public interface PersonPart<P> {

	Class<P> type();

	/**
	 * This part of each of these people; everybody who is there has one.
	 */
	Map<ProfileId, P> of(Collection<ProfileId> people);

}
