package dev.sayso.consent;

import dev.sayso.condition.SqlBindings;
import dev.sayso.shared.Channel;

/**
 * What an upper room has against contact, said in SQL for lists and sizes; declared as a
 * bean beside the rule that says the same of one person.
 */
public interface ReachLimit {

	/** Holds of nobody. */
	String NOBODY = "(1 = 0)";

	/**
	 * SQL, in brackets and never null, that holds of each person {@code p} whom this has
	 * something against on a channel, at the time of the query.
	 */
	String against(Channel channel, ConsentDefaults defaults, SqlBindings values);

}
