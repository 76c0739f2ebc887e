package dev.sayso.contact.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads what a body says of a webhook, and tells what is wrong with it.
 */
final class WebhookFaults {

	private WebhookFaults() {
	}

	/**
	 * @param before the receiver that is changed; null where one is made
	 */
	static List<Fault> of(WebhooksApi.Body sent, @Nullable Receiver before, OutboundHosts hosts) {
		List<Fault> faults = new ArrayList<>();
		if ((sent.name() == null) ? before == null : sent.name().isBlank() || sent.name().length() > 200) {
			faults.add(new Fault("/name", "is missing, blank or longer than 200 characters"));
		}
		boolean fetches = before != null && !before.isWebhook();
		if ((sent.url() == null) ? before == null : fetches || !hosts.isAddress(sent.url())) {
			faults.add(new Fault("/url",
					"is no https address, or leads to a host that Settings would have to name for http"));
		}
		List<String> channels = (sent.channels() != null) ? sent.channels() : List.of();
		for (int place = 0; place < channels.size(); place++) {
			if (channels.get(place) == null || Channel.of(channels.get(place)).isEmpty()) {
				faults.add(new Fault("/channels/" + place, "is no channel"));
			}
		}
		time(sent, before, faults);
		return faults;
	}

	private static void time(WebhooksApi.Body sent, @Nullable Receiver before, List<Fault> faults) {
		if (sent.hours() != null && (sent.hours() < 1 || sent.hours() > TimeAllowed.MOST_HOURS)) {
			faults.add(new Fault("/hours", "is a number from 1 to " + TimeAllowed.MOST_HOURS));
		}
		if (sent.businessDays() != null && (sent.businessDays() < 1 || sent.businessDays() > TimeAllowed.MOST_DAYS)) {
			faults.add(new Fault("/businessDays", "is a number from 1 to " + TimeAllowed.MOST_DAYS));
		}
		if (sent.hours() != null && sent.businessDays() != null) {
			faults.add(new Fault("/businessDays", "does not go with hours"));
		}
		boolean counted = sent.businessDays() != null
				|| sent.hours() == null && before != null && before.time().isDays();
		if (sent.country() != null && !BusinessDays.countries().contains(sent.country())) {
			faults.add(new Fault("/country", "is no country whose holidays are known"));
		}
		else if (counted && sent.country() == null && (before == null || before.country().isEmpty())) {
			faults.add(new Fault("/country", "is missing: business days are those of a country"));
		}
	}

	/** What a body without faults says. */
	static Receiver.Content content(WebhooksApi.Body body) {
		TimeAllowed time = (body.businessDays() != null)
				? TimeAllowed.ofDays(body.businessDays(), Objects.requireNonNull(body.country()))
				: TimeAllowed.ofHours(Objects.requireNonNullElse(body.hours(), 48));
		return new Receiver.Content(Objects.requireNonNull(body.name()).strip(), Receiver.Kind.WEBHOOK,
				Objects.requireNonNull(body.url()),
				Objects.requireNonNullElse(body.channels(), List.<String>of())
					.stream()
					.flatMap((key) -> Channel.of(key).stream())
					.collect(Collectors.toSet()),
				time, null);
	}

}
