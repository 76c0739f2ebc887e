package dev.sayso.contact.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads what a body says of a webhook, and tells what is wrong with it.
 */
final class WebhookBody {

	private static final String NAME = "name";

	private static final String URL = "url";

	private static final String CHANNELS = "channels";

	private static final String HOURS = "hours";

	private static final String DAYS = "businessDays";

	private static final String COUNTRY = "country";

	private static final String PAUSED = "paused";

	private WebhookBody() {
	}

	/**
	 * A receiver as a merge patch leaves it.
	 * @throws ProblemException 422 with a pointer to each fault
	 */
	static WebhooksApi.Body patched(HttpServletRequest request, Receiver before, OutboundHosts hosts) {
		JsonBody.Patch patch = JsonBody.readPatch(request, WebhooksApi.Body.class);
		List<Fault> faults = new ArrayList<>(patch.faults());
		ObjectNode members = patch.members();
		if (members.path(PAUSED).isNull()) {
			faults.add(new Fault("/" + PAUSED, "is true or false"));
		}
		ObjectNode after = tree(before);
		if (members.hasNonNull(HOURS)) {
			after.remove(List.of(DAYS, COUNTRY));
		}
		else if (members.hasNonNull(DAYS)) {
			after.remove(HOURS);
		}
		members.properties().forEach((member) -> {
			if (member.getValue().isNull()) {
				after.remove(member.getKey());
			}
			else {
				after.set(member.getKey(), member.getValue());
			}
		});
		return JsonBody.read(after, WebhooksApi.Body.class, (sent) -> {
			faults.addAll(faults(sent, before, hosts));
			return faults;
		});
	}

	private static ObjectNode tree(Receiver receiver) {
		ObjectNode tree = JsonNodeFactory.instance.objectNode().put(NAME, receiver.name());
		if (receiver.isWebhook()) {
			tree.put(URL, receiver.url());
		}
		ArrayNode channels = tree.putArray(CHANNELS);
		receiver.channelSet().forEach((channel) -> channels.add(channel.key()));
		if (receiver.time().isDays()) {
			tree.put(DAYS, receiver.allowedDays()).put(COUNTRY, receiver.country());
		}
		else {
			tree.put(HOURS, receiver.allowedHours());
		}
		return tree;
	}

	/**
	 * What is wrong with a whole body.
	 * @param before the receiver that is changed; null where one is made
	 */
	static List<Fault> faults(WebhooksApi.Body sent, @Nullable Receiver before, OutboundHosts hosts) {
		List<Fault> faults = new ArrayList<>();
		if (sent.name() == null || sent.name().isBlank() || sent.name().length() > 200) {
			faults.add(new Fault("/" + NAME, "is missing, blank or longer than 200 characters"));
		}
		if (before != null && !before.isWebhook()) {
			if (sent.url() != null) {
				faults.add(new Fault("/" + URL, "is that of a webhook, and this receiver fetches"));
			}
		}
		else if (sent.url() == null || !hosts.isAddress(sent.url())) {
			faults.add(new Fault("/" + URL,
					"is no https address, or leads to a host that Settings would have to name for http"));
		}
		List<String> channels = (sent.channels() != null) ? sent.channels() : List.of();
		for (int place = 0; place < channels.size(); place++) {
			if (channels.get(place) == null || Channel.of(channels.get(place)).isEmpty()) {
				faults.add(new Fault("/" + CHANNELS + "/" + place, "is no channel"));
			}
		}
		time(sent, faults);
		return faults;
	}

	private static void time(WebhooksApi.Body sent, List<Fault> faults) {
		if (sent.hours() != null && (sent.hours() < 1 || sent.hours() > TimeAllowed.MOST_HOURS)) {
			faults.add(new Fault("/" + HOURS, "is a number from 1 to " + TimeAllowed.MOST_HOURS));
		}
		if (sent.businessDays() != null && (sent.businessDays() < 1 || sent.businessDays() > TimeAllowed.MOST_DAYS)) {
			faults.add(new Fault("/" + DAYS, "is a number from 1 to " + TimeAllowed.MOST_DAYS));
		}
		if (sent.hours() != null && sent.businessDays() != null) {
			faults.add(new Fault("/" + DAYS, "does not go with hours"));
		}
		if (sent.country() != null && !BusinessDays.countries().contains(sent.country())) {
			faults.add(new Fault("/" + COUNTRY, "is no country whose holidays are known"));
		}
		else if (sent.businessDays() != null && sent.country() == null) {
			faults.add(new Fault("/" + COUNTRY, "is missing: business days are those of a country"));
		}
	}

	/**
	 * What a body without faults says.
	 * @param before the receiver that is changed, which keeps what no body tells; null
	 * where one is made
	 */
	static Receiver.Content content(WebhooksApi.Body body, @Nullable Receiver before) {
		TimeAllowed time = (body.businessDays() != null)
				? TimeAllowed.ofDays(body.businessDays(), Objects.requireNonNull(body.country()))
				: TimeAllowed.ofHours(Objects.requireNonNullElse(body.hours(), 48));
		return new Receiver.Content(Objects.requireNonNull(body.name()).strip(), Receiver.Kind.WEBHOOK,
				Objects.requireNonNullElse(body.url(), ""),
				Objects.requireNonNullElse(body.channels(), List.<String>of())
					.stream()
					.flatMap((key) -> Channel.of(key).stream())
					.collect(Collectors.toSet()),
				time, (before != null) ? before.tokenId() : null);
	}

}
