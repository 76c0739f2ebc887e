package dev.sayso.contact.receiver;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.page.Choices;

/**
 * A receiver as it is typed.
 *
 * @param version the one that was shown
 * @param kind chosen once
 * @param channels the keys of those it is told of; none for all
 * @param unit {@code hours} or {@code days}
 * @param token the id of the API token it pulls with; empty for one that takes files
 */
record ReceiverForm(int version,
		@NotBlank(message = "{receiver.fault.name}") @Size(max = 200, message = "{receiver.fault.name}") String name,
		String kind, @Size(max = 2000, message = "{receiver.fault.url}") String url, Set<String> channels,
		String amount, String unit, String country, String token) {

	static final List<String> KINDS = List.of(Receiver.Kind.WEBHOOK.key(), Receiver.Kind.FETCH.key());

	static final List<String> UNITS = List.of("hours", "days");

	static final ReceiverForm NEW = new ReceiverForm(-1, "", Receiver.Kind.WEBHOOK.key(), "", Set.of(), "48", "hours",
			"US", "");

	ReceiverForm {
		kind = Choices.read(kind, Receiver.Kind.WEBHOOK, Receiver.Kind::of).key();
		unit = Choices.read(unit, "hours", (typed) -> UNITS.stream().filter(typed::equals).findFirst());
		country = Choices.read(country, "US",
				(typed) -> BusinessDays.countries().stream().filter(typed::equals).findFirst());
		name = Objects.requireNonNullElse(name, "").strip();
		url = Objects.requireNonNullElse(url, "").strip();
		amount = Objects.requireNonNullElse(amount, "").strip();
		token = Choices.read(token, "", (typed) -> Ids.parse(typed).map(UUID::toString));
		channels = Choices.readAll(Objects.requireNonNullElse(channels, Set.of()), Channel::of)
			.stream()
			.map(Channel::key)
			.collect(Collectors.toSet());
	}

	static ReceiverForm of(Receiver receiver) {
		TimeAllowed time = receiver.time();
		return new ReceiverForm(Objects.requireNonNullElse(receiver.version(), 0), receiver.name(), receiver.kind(),
				receiver.url(), receiver.channelSet().stream().map(Channel::key).collect(Collectors.toSet()),
				Integer.toString(time.amount()), time.isDays() ? "days" : "hours",
				time.country().isEmpty() ? "US" : time.country(),
				(receiver.tokenId() != null) ? receiver.tokenId().toString() : "");
	}

	/**
	 * @param hosts where webhooks may go
	 * @param tokens those that a receiver may pull with
	 */
	void check(Errors errors, OutboundHosts hosts, Collection<UUID> tokens) {
		if (isWebhook() && !hosts.isAddress(this.url)) {
			errors.rejectValue("url", "receiver.fault.url");
		}
		if (time() == null) {
			errors.rejectValue("amount", "receiver.fault.amount");
		}
		if (tokenId() != null && !tokens.contains(tokenId())) {
			errors.rejectValue("token", "receiver.fault.token");
		}
	}

	public boolean isWebhook() {
		return this.kind.equals(Receiver.Kind.WEBHOOK.key());
	}

	private @Nullable UUID tokenId() {
		return isWebhook() ? null : Ids.parse(this.token).orElse(null);
	}

	private @Nullable TimeAllowed time() {
		boolean days = this.unit.equals("days");
		if (!this.amount.matches("[1-9]\\d{0,3}")) {
			return null;
		}
		int number = Integer.parseInt(this.amount);
		return (number > (days ? TimeAllowed.MOST_DAYS : TimeAllowed.MOST_HOURS)) ? null
				: days ? TimeAllowed.ofDays(number, this.country) : TimeAllowed.ofHours(number);
	}

	Receiver.Content content() {
		return new Receiver.Content(this.name, Receiver.Kind.of(this.kind).orElseThrow(), this.url,
				Arrays.stream(Channel.values())
					.filter((channel) -> this.channels.contains(channel.key()))
					.collect(Collectors.toSet()),
				Objects.requireNonNull(time()), tokenId());
	}

}
