package dev.sayso.consent.suppression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.Choices;

/**
 * Addresses to be suppressed, as they are typed or pasted.
 *
 * @param channel its key
 * @param addresses one a line, or with commas or semicolons between them but for post
 * @param reason its key
 * @param undeliverable whether nothing arrives, where the reason does not tell
 * @param until the last day; empty for no end
 */
record SuppressionForm(String channel, @NotEmpty(message = "{suppression.fault.addresses}") String addresses,
		String reason, boolean undeliverable, String until) {

	/** What an operator knows. */
	static final List<Reason> REASONS = List.of(Reason.MANUAL, Reason.HARD_BOUNCE, Reason.SOFT_BOUNCES,
			Reason.COMPLAINT, Reason.CARRIER_STOP);

	static final SuppressionForm EMPTY = new SuppressionForm("", "", "", false, "");

	private static final String BETWEEN = "[\\r\\n\\t,;]+";

	private static final String LINES = "[\\r\\n]+";

	SuppressionForm {
		channel = Choices.read(channel, Channel.EMAIL, Channel::of).key();
		reason = Choices.read(reason, Reason.MANUAL, (key) -> Reason.of(key).filter(REASONS::contains)).key();
	}

	/**
	 * Addresses in their normal form, and what is none.
	 */
	record Read(Set<String> addresses, Set<String> unreadable) {

	}

	Read read(String region) {
		Read read = new Read(new LinkedHashSet<>(), new LinkedHashSet<>());
		Stream.of(this.addresses.split((asChannel() == Channel.POSTAL_MAIL) ? LINES : BETWEEN))
			.map(String::strip)
			.filter((text) -> !text.isEmpty())
			.forEach((text) -> {
				String address = AddressText.normalize(asChannel(), text, region);
				if (address != null) {
					read.addresses().add(address);
				}
				else {
					read.unreadable().add(text);
				}
			});
		return read;
	}

	/** The same with what could not be read alone. */
	SuppressionForm with(Set<String> left) {
		return new SuppressionForm(this.channel, String.join("\n", left), this.reason, this.undeliverable, this.until);
	}

	Channel asChannel() {
		return Channel.of(this.channel).orElseThrow();
	}

	Reason asReason() {
		return Reason.of(this.reason).orElseThrow();
	}

	/** When the last day is over; null where there is none, or it is at fault. */
	@Nullable Instant ends(ZoneId zone, Instant now, Errors errors) {
		if (this.until.isEmpty()) {
			return null;
		}
		try {
			Instant ends = LocalDate.parse(this.until).plusDays(1).atStartOfDay(zone).toInstant();
			if (ends.isAfter(now) && LocalDate.parse(this.until).getYear() <= 9999) {
				return ends;
			}
		}
		catch (DateTimeException ex) {
			// told like a day that is over
		}
		errors.rejectValue("until", "suppression.fault.until");
		return null;
	}

}
