package dev.sayso.landing.confirmation;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Attention;

/**
 * Shows the number of pending confirmations to whoever opens the console.
 */
@Component
class ConfirmationsAttention implements Attention {

	private final PendingConfirmations confirmations;

	ConfirmationsAttention(PendingConfirmations confirmations) {
		this.confirmations = confirmations;
	}

	@Override
	public List<Item> items() {
		int count = this.confirmations.count();
		return (count == 0) ? List.of() : List.of(new Item("confirmation.attention", "confirmation.attention.detail",
				count, "/confirmations", List.of(count)));
	}

}
