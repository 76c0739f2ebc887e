package dev.sayso.shared;

/**
 * What a room brings to the demo, a bean with an order; laid once per room, so that a
 * store from before gains what is new.
 */
public interface DemoContent {

	/** The name under which the store remembers that this was laid. */
	String name();

	void lay();

}
