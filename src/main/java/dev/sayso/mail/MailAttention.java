package dev.sayso.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Attention;

/**
 * Mails that need somebody to look at them.
 */
@Component
class MailAttention implements Attention {

	private final Outbox outbox;

	private final MailSetup setup;

	MailAttention(Outbox outbox, MailSetup setup) {
		this.outbox = outbox;
		this.setup = setup;
	}

	@Override
	public List<Item> items() {
		Map<MailState, Integer> counts = this.outbox.counts();
		List<Item> items = new ArrayList<>();
		add(items, "mail.attention.failed", counts.getOrDefault(MailState.FAILED, 0));
		add(items, "mail.attention.unsure", counts.getOrDefault(MailState.UNSURE, 0));
		if (!this.setup.canSend()) {
			add(items, "mail.attention.server", counts.getOrDefault(MailState.WAITING, 0));
		}
		return items;
	}

	private static void add(List<Item> items, String code, int count) {
		if (count > 0) {
			items.add(new Item(code, code + ".detail", count, "/mails", List.of(count)));
		}
	}

}
