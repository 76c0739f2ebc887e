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
 * What an operator says when they confirm for somebody. A page leaves out what is not
 * ticked and what there is no field for; that is no tick, and no text.
 *
 * @param purpose the purposes they confirm, by key
 * @param details whether the details that wait become the person's
 * @param kind what proves it
 */
record ConfirmationForm(@Nullable List<String> purpose, @Nullable Boolean details, @Nullable String kind,
		@Nullable String reference, @Nullable String reason) {

	/** What can prove it; the texts are at {@code evidence.kind.<kind>}. */
	static final List<String> KINDS = List.of("signed-form", "letter", "email", "recorded-call", "in-person", "other");

	private static final int LONGEST = 255;

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

	public boolean confirmsDetails() {
		return Boolean.TRUE.equals(this.details);
	}

	public String typed(String field) {
		String text = switch (field) {
			case "kind" -> this.kind;
			case "reference" -> this.reference;
			default -> this.reason;
		};
		return (text != null) ? text.strip() : "";
	}

	Evidence evidence() {
		return Evidence.NONE.with("kind", typed("kind"))
			.with("reference", typed("reference").isEmpty() ? null : typed("reference"));
	}

	String why() {
		return typed("reason");
	}

	Map<String, String> faults(PendingConfirmation confirmation) {
		Map<String, String> faults = new LinkedHashMap<>();
		boolean details = confirmsDetails() && !confirmation.details().isEmpty();
		if (!confirmation.purposes().containsAll(purposes())) {
			faults.put("purpose", "confirmation.fault.gone");
		}
		else if (purposes().isEmpty() && !details) {
			faults.put("purpose", "confirmation.fault.purpose");
		}
		if (!KINDS.contains(typed("kind"))) {
			faults.put("kind", "confirmation.fault.kind");
		}
		if (typed("reference").length() > LONGEST) {
			faults.put("reference", "public.fault.long");
		}
		boolean lifts = confirmation.optIns()
			.stream()
			.anyMatch((optIn) -> optIn.lifts() != null && purposes().contains(optIn.purpose()));
		if (lifts && why().isEmpty()) {
			faults.put("reason", "confirmation.fault.reason");
		}
		if (why().length() > LONGEST) {
			faults.put("reason", "public.fault.long");
		}
		return faults;
	}

}
