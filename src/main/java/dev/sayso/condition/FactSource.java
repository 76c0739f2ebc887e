package dev.sayso.condition;

import java.util.stream.Stream;

/**
 * The facts of people that a room knows; declared as a bean with its order in menus, and
 * called anew whenever a condition is compiled, since facts come and go with settings.
 */
public interface FactSource {

	Stream<Fact> facts();

	/** Those that a menu offers; what is not offered may still be in a condition. */
	default Stream<Fact> offered() {
		return facts();
	}

	/** Message key of the heading they stand under in a menu. */
	String title();

}
