package dev.sayso.landing.confirmation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;

/**
 * What an operator says when they confirm for somebody.
 *
 * @param purpose the purposes they confirm, by key
 * @param kind what proves it
 */
record ConfirmationForm(@Nullable List<String> purpose, boolean details, @Nullable String kind,
		@Nullable String reference, @Nullable String reason) {

	/** What can prove it; the texts are at {@code evidence.kind.<kind>}. */
	static final List<String> KINDS = List.of("signed-form", "letter", "email", "recorded-call", "in-person", "other");

	static ConfirmationForm of(PendingConfirmation confirmation) {
		return new ConfirmationForm(confirmation.optIns().stream().map((optIn) -> optIn.purpose().key()).toList(), true,
				"", "", "");
	}

	Set<Purpose> purposes() {
		return ((this.purpose != null) ? this.purpose : List.<String>of()).stream()
			.flatMap((key) -> Purpose.of(key).stream())
			.collect(Collectors.toSet());
	}

	public boolean confirms(String key) {
		return this.purpose != null && this.purpose.contains(key);
	}

	Evidence evidence() {
		return Evidence.NONE.with("kind", this.kind).with("reference", this.reference);
	}

	String why() {
		return (this.reason != null) ? this.reason.strip() : "";
	}

	/**
	 * What is missing: message keys by field.
	 */
	Map<String, String> faults(PendingConfirmation confirmation) {
		Map<String, String> faults = new LinkedHashMap<>();
		if (purposes().isEmpty() && !(this.details && !confirmation.details().isEmpty())) {
			faults.put("purpose", "confirmation.fault.purpose");
		}
		if (this.kind == null || !KINDS.contains(this.kind)) {
			faults.put("kind", "confirmation.fault.kind");
		}
		if (this.reference != null && this.reference.length() > 255) {
			faults.put("reference", "public.fault.long");
		}
		boolean lifts = confirmation.optIns()
			.stream()
			.anyMatch((optIn) -> optIn.lifts() && purposes().contains(optIn.purpose()));
		if (lifts && why().isEmpty()) {
			faults.put("reason", "confirmation.fault.reason");
		}
		if (why().length() > 255) {
			faults.put("reason", "public.fault.long");
		}
		return faults;
	}

}
