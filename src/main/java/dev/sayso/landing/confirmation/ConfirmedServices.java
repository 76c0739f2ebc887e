package dev.sayso.landing.confirmation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.SubscriptionLedger;

/**
 * Services to which one subscribes by confirming it through a mail, whatever page asks.
 */
@Component
class ConfirmedServices {

	private final Services services;

	ConfirmedServices(Services services) {
		this.services = services;
	}

	/** Those of what was asked for, as the ledger calls it. */
	List<String> confirmed(List<String> purposes) {
		return purposes.stream().filter((purpose) -> find(purpose).filter(Service::isConfirmed).isPresent()).toList();
	}

	/** What services say of themselves in the mail. */
	List<String> texts(Collection<String> keys, String language) {
		return keys.stream()
			.flatMap((key) -> this.services.findBySlug(key).stream())
			.map((service) -> service.confirmation(language))
			.filter((text) -> !text.isEmpty())
			.toList();
	}

	private Optional<Service> find(String purpose) {
		return purpose.startsWith(SubscriptionLedger.PREFIX)
				? this.services.findBySlug(purpose.substring(SubscriptionLedger.PREFIX.length())) : Optional.empty();
	}

}
