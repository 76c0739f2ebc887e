package dev.sayso.shared;

/**
 * What a room brings to the demo; laid once per room, so that a store from before gains
 * what is new.
 */
public interface DemoContent {

	/** The name under which the store remembers that this was laid. */
	String name();

	/** Lower ones are laid first. */
	int order();

	void lay();

}
