package dev.sayso.contact.events;

import dev.sayso.shared.Actor;

/**
 * Who tells of messages.
 *
 * @param name as lists and evidence have it
 */
record Sender(String name, Actor actor) {

	static Sender token(Actor token) {
		return new Sender(token.name(), token);
	}

}
