package dev.sayso.contact.receiver;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Attention;

/**
 * Receivers that have not obeyed in time, are about to be late, or are told nothing.
 */
@Component
class ReceiverAttention implements Attention {

	private final ReceiversPage page;

	ReceiverAttention(ReceiversPage page) {
		this.page = page;
	}

	@Override
	public List<Item> items() {
		List<Item> items = new ArrayList<>();
		for (ReceiversPage.Row row : this.page.rows()) {
			String href = "/receivers/" + row.receiver().id();
			String name = row.receiver().name();
			if (row.standing().overdue() > 0) {
				items.add(item("receiver.attention.overdue", row.standing().overdue(), href, name));
			}
			else if (row.standing().soon() > 0) {
				items.add(item("receiver.attention.soon", row.standing().soon(), href, name));
			}
			if (row.receiver().state().equals(Receiver.State.DISABLED.key())) {
				items.add(item("receiver.attention.disabled", 1, href, name));
			}
		}
		return items;
	}

	private static Item item(String code, long count, String href, String name) {
		return new Item(code, code + ".detail", count, href, List.of(count, name));
	}

}
