package dev.sayso.condition;

import java.util.stream.Stream;

/**
 * What a room knows of people that conditions may ask; declared as a bean, and asked anew
 * whenever a condition is compiled, since facts come and go with settings.
 */
public interface FactSource {

	/**
	 * The facts in the order in which people look for them.
	 */
	Stream<Fact> facts();

	/**
	 * Those that a menu offers; what is not offered can still be asked.
	 */
	default Stream<Fact> offered() {
		return facts();
	}

	/**
	 * Message key of the heading they stand under in a menu.
	 */
	String title();

	/**
	 * Where they stand among those of other rooms, lowest first.
	 */
	int order();

}
