package dev.sayso.exchange;

import java.util.Map;
import java.util.function.Function;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * A link of each person's own as a column of exports, for a mailing: the room whose pages
 * they lead to offers it.
 */
public interface LinkColumn {

	/** What links may lead to: names by the keys that stand for them. */
	Map<String, String> targets();

	/**
	 * Makes the links of one file.
	 * @param target one of the keys
	 * @param by who made the links, as what is said by them tells
	 */
	Function<ProfileId, String> links(String target, Actor by);

}
