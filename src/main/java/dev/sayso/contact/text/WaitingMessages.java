package dev.sayso.contact.text;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.shared.Attention;

/**
 * Tells on the first page how many texts wait to be read.
 */
@Component
@Order(25)
class WaitingMessages implements Attention {

	private final ReceivedMessages messages;

	WaitingMessages(ReceivedMessages messages) {
		this.messages = messages;
	}

	@Override
	public List<Item> items() {
		long waiting = this.messages.countWaiting();
		return (waiting == 0) ? List.of() : List
			.of(new Item("inbound.attention", "inbound.attention.text", waiting, "/inbound", List.of(waiting)));
	}

}
