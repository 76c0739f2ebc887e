package dev.sayso.landing.confirmation;

import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.service.Subscription;
import dev.sayso.shared.page.Choices;

/**
 * What an operator says when they confirm for somebody.
 *
 * @param purpose the purposes they confirm, by key
 * @param service the services, by key
 * @param details whether the details that wait become the person's
 * @param kind what proves it
 */
record ConfirmationForm(List<String> purpose, List<String> service, boolean details, String kind,
		@Size(max = 255, message = "{public.fault.long}") String reference,
		@Size(max = 255, message = "{public.fault.long}") String reason) {

	ConfirmationForm {
		purpose = (purpose != null) ? purpose : List.of();
		service = (service != null) ? service : List.of();
	}

	static ConfirmationForm of(PendingConfirmation confirmation) {
		return new ConfirmationForm(confirmation.optIns().stream().map((optIn) -> optIn.purpose().key()).toList(),
				confirmation.services().stream().map(Subscription::service).toList(), true, "", "", "");
	}

	Set<Purpose> purposes() {
		return Set.copyOf(Choices.readAll(this.purpose, Purpose::of));
	}

	Evidence evidence() {
		return Evidence.NONE.with("kind", this.kind).with("reference", this.reference);
	}

	void check(PendingConfirmation confirmation, Errors errors) {
		if (!confirmation.purposes().containsAll(purposes())
				|| !confirmation.services().stream().map(Subscription::service).toList().containsAll(this.service)) {
			errors.rejectValue("purpose", "confirmation.fault.gone");
		}
		else if (purposes().isEmpty() && this.service.isEmpty()
				&& !(this.details && !confirmation.details().isEmpty())) {
			errors.rejectValue("purpose", "confirmation.fault.purpose");
		}
		if (!Evidence.KINDS.contains(this.kind)) {
			errors.rejectValue("kind", "confirmation.fault.kind");
		}
		if (this.reason.isEmpty() && confirmation.optIns()
			.stream()
			.anyMatch((optIn) -> optIn.lifts() != null && purposes().contains(optIn.purpose()))) {
			errors.rejectValue("reason", "confirmation.fault.reason");
		}
	}

}
