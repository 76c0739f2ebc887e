package dev.sayso.condition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

/**
 * A part of what is known of people that a room keeps; declared as a bean, and read only
 * where a condition has a fact of it.
 */
public interface PersonPart<P> {

	Class<P> type();

	Map<ProfileId, P> load(Collection<ProfileId> people);

	/**
	 * The same as it was recorded by an instant past, where the room can tell; else as it
	 * is now.
	 */
	default Map<ProfileId, P> load(Collection<ProfileId> people, Instant at) {
		return load(people);
	}

	/**
	 * This part of one person, to be read in a batch with other queries.
	 * @param person a query for their id
	 * @param values for the question marks of that query
	 */
	BatchedQueries.Query<P> ask(String person, List<Object> values);

	P ofNobody();

}
