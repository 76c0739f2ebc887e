package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.AddressText;
import dev.sayso.contact.events.MessageEventBody.Type;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads what senders tell. Where it can be made out what happened to whom, it is taken
 * whatever else is wrong with it: it may be a no.
 */
@Component
class MessageEventReader {

	/** So many are named where several are meant. */
	private static final int MOST = 21;

	private final BatchedProfileLookup people;

	private final Clock clock;

	MessageEventReader(BatchedProfileLookup people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/**
	 * What was read.
	 *
	 * @param event null where it cannot be made out
	 * @param candidates whom it may be about where that is why
	 */
	record Read(@Nullable MessageEvent event, List<Fault> faults, List<ProfileId> candidates) {

	}

	/**
	 * Whom an event is about.
	 *
	 * @param fault why nobody can be made out
	 * @param candidates who has the name, where several do
	 */
	private record Recipient(@Nullable String address, @Nullable ProfileId profile, @Nullable Fault fault,
			List<ProfileId> candidates) {

		static Recipient of(@Nullable String address, @Nullable ProfileId profile) {
			return new Recipient(address, profile, null, List.of());
		}

		static Recipient none(String pointer, String detail) {
			return new Recipient(null, null, new Fault(pointer, detail), List.of());
		}

	}

	/** What each of many says, in their order. */
	List<Read> read(Collection<JsonNode> bodies) {
		Set<String> named = new HashSet<>();
		bodies.forEach((body) -> {
			String profile = text(body, "profile");
			if (profile != null && text(body, "address") == null) {
				named.add(profile);
			}
		});
		Map<String, List<Profile>> people = this.people.candidates(named);
		Instant now = this.clock.instant();
		return bodies.stream().map((body) -> read(body, people, now)).toList();
	}

	private static Read read(JsonNode body, Map<String, List<Profile>> people, Instant now) {
		List<Fault> faults = new ArrayList<>();
		MessageEventBody whole = null;
		try {
			whole = JsonBody.read(body, MessageEventBody.class, (read) -> read.faults(now));
		}
		catch (ProblemException ex) {
			faults.addAll(ex.faults());
		}
		Type type = Type.of(body.path("type").asString("")).orElse(null);
		Channel channel = Channel.of(body.path("channel").asString("")).orElse(null);
		if (type == null || channel == null) {
			return new Read(null, faults, List.of());
		}
		Recipient recipient = recipient(channel, text(body, "address"), text(body, "profile"), people);
		if (recipient.fault() != null) {
			if (faults.stream().noneMatch((fault) -> fault.pointer().equals(recipient.fault().pointer()))) {
				faults.add(recipient.fault());
			}
			return new Read(null, faults, recipient.candidates());
		}
		String diagnostic = text(body, "diagnostic");
		Boolean hard = body.path("hard").isBoolean() ? body.path("hard").asBoolean() : null;
		Instant at = (whole != null) ? whole.at() : JsonBody.instant(body.path("at").asString(""));
		return new Read(new MessageEvent(type.kind(channel, hard, diagnostic), channel, recipient.address(),
				recipient.profile(), (at == null || at.isAfter(now)) ? now : at, text(body, "message"), diagnostic,
				text(body, "text")), faults, List.of());
	}

	private static @Nullable String text(JsonNode body, String member) {
		String text = body.path(member).asString("");
		return (text.isBlank() || !TextNormalizer.isText(text)) ? null : text;
	}

	private static Recipient recipient(Channel channel, @Nullable String address, @Nullable String profile,
			Map<String, List<Profile>> people) {
		if (address != null) {
			String normal = AddressText.normalize(channel, address, AddressText.NOWHERE);
			return (normal != null) ? Recipient.of(normal, null)
					: Recipient.none("/address", "is no full address on this channel");
		}
		return (profile != null) ? named(channel, profile, people.getOrDefault(profile, List.of()))
				: Recipient.none("/address", "is missing, and profile too");
	}

	/** By an address that nobody has, or several, an event is about the address. */
	private static Recipient named(Channel channel, String reference, List<Profile> people) {
		if (people.size() == 1) {
			return Recipient.of(people.get(0).addresses().get(channel), people.get(0).id());
		}
		String address = isAddress(channel, reference) ? AddressText.normalize(channel,
				reference.substring(reference.indexOf(':') + 1).strip(), AddressText.NOWHERE) : null;
		if (address != null) {
			return Recipient.of(address, null);
		}
		return people.isEmpty() ? Recipient.none("/profile", "is no profile")
				: new Recipient(null, null, new Fault("/profile", "is the name of several profiles: use the id of one"),
						people.stream().limit(MOST).map(Profile::id).toList());
	}

	/** Whether a name is an address that the channel serves. */
	private static boolean isAddress(Channel channel, String reference) {
		return switch (channel) {
			case EMAIL -> reference.startsWith("email:");
			case SMS, WHATS_APP, CALL -> reference.startsWith("mobile:");
			case PUSH, FAX, POSTAL_MAIL -> false;
		};
	}

}
