package dev.sayso.consent.ledger;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.LastChange;
import dev.sayso.person.ProfileSaved;

/**
 * Opens the say of whoever is new before anything else is told of them, and notes each
 * edit, so that lists show one last change.
 */
@Component
class SayOpening {

	private final SayRows store;

	SayOpening(SayRows store) {
		this.store = store;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void open(ProfileSaved saved) {
		LastChange change = new LastChange(saved.at(), saved.by().origin(), saved.by().label());
		if (saved.created()) {
			this.store.open(saved.profile(), change);
		}
		else {
			this.store.touch(saved.profile(), change);
		}
	}

}
