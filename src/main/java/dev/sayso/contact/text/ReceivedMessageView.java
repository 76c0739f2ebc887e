package dev.sayso.contact.text;

import java.util.List;

import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.person.Profile;

/**
 * A message that came in, ready to show.
 *
 * @param connector the name of what brought it
 * @param people who has its address now
 */
record ReceivedMessageView(ReceivedMessage message, String connector, List<Profile> people) {

	/** Whether nothing was done, though a stop may be in it. */
	public boolean isFirst() {
		return this.message.review() == ReceivedMessage.Review.FIRST;
	}

	/** Whether it can be recorded as a stop: somebody's address was named. */
	public boolean isStoppable() {
		return this.message.address() != null;
	}

}
