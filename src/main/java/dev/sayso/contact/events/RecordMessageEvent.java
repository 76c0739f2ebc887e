package dev.sayso.contact.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.StatedSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * The one way what happened to a message changes who may be contacted: each event once,
 * in one transaction with what it changes, and by when it happened, whenever it is told.
 */
@Component
class RecordMessageEvent {

	private final MessageEventRows rows;

	private final RecordSuppression suppress;

	private final AddressOwners owners;

	private final RestingAddresses resting;

	private final EventNoes noes;

	private final GoneDevices devices;

	RecordMessageEvent(MessageEventRows rows, RecordSuppression suppress, AddressOwners owners,
			RestingAddresses resting, EventNoes noes, GoneDevices devices) {
		this.rows = rows;
		this.suppress = suppress;
		this.owners = owners;
		this.resting = resting;
		this.noes = noes;
		this.devices = devices;
	}

	/**
	 * What an event did.
	 *
	 * @param suppression what suppresses the address, where it does
	 */
	record Outcome(Effect effect, @Nullable UUID suppression) {

		static Outcome of(Effect effect) {
			return new Outcome(effect, null);
		}

	}

	@Transactional
	Outcome record(MessageEvent event, Sender sender) {
		return record(List.of(event), sender).get(0);
	}

	/**
	 * Records several in one transaction, all or none, and those of different people at
	 * once: of one they come one after the other.
	 */
	@Transactional
	List<Outcome> record(List<MessageEvent> events, Sender sender) {
		this.suppress.hold(events.stream().map(RecordMessageEvent::address).toList());
		Outcome[] outcomes = new Outcome[events.size()];
		for (List<Integer> round : rounds(events)) {
			Map<MessageEvent, Outcome> done = recordAtOnce(round.stream().map(events::get).toList(), sender);
			round.forEach((place) -> outcomes[place] = done.get(events.get(place)));
		}
		return List.of(outcomes);
	}

	private static Map<Channel, String> address(MessageEvent event) {
		return (event.address() != null) ? Map.of(event.channel(), event.address()) : Map.of();
	}

	/**
	 * The places of the events, parted so that no two of a part are about the same
	 * address or person, and those that are follow each other.
	 */
	private Collection<List<Integer>> rounds(List<MessageEvent> events) {
		Map<Map<Channel, String>, Map<Channel, String>> addresses = new HashMap<>();
		events.stream().map(RecordMessageEvent::address).forEach((address) -> addresses.put(address, address));
		Map<Map<Channel, String>, List<ProfileId>> owners = this.owners.idsOfEach(addresses);
		Map<Object, Integer> last = new HashMap<>();
		Map<Integer, List<Integer>> rounds = new TreeMap<>();
		for (int place = 0; place < events.size(); place++) {
			Map<Channel, String> address = address(events.get(place));
			Set<Object> about = new HashSet<>(owners.getOrDefault(address, List.of()));
			about.add(address.isEmpty() ? Objects.requireNonNull(events.get(place).profile()) : address);
			Optional.ofNullable(events.get(place).profile()).ifPresent(about::add);
			int round = about.stream().mapToInt((each) -> last.getOrDefault(each, 0)).max().orElse(0) + 1;
			about.forEach((each) -> last.put(each, round));
			rounds.computeIfAbsent(round, (key) -> new ArrayList<>()).add(place);
		}
		return rounds.values();
	}

	/** Of different people and addresses. */
	private Map<MessageEvent, Outcome> recordAtOnce(List<MessageEvent> events, Sender sender) {
		Map<MessageEvent, Outcome> outcomes = new HashMap<>();
		events.forEach((event) -> outcomes.put(event, Outcome.of(Effect.NOTED)));
		this.resting.arrived(
				events.stream().filter((event) -> event.kind() == Kind.DELIVERED && event.address() != null).toList(),
				sender)
			.forEach((event) -> outcomes.put(event, Outcome.of(Effect.RESUMED)));
		List<MessageEvent> kept = events.stream().filter((event) -> event.kind().isKept()).toList();
		if (!kept.isEmpty()) {
			outcomes.putAll(keep(kept, sender));
		}
		return outcomes;
	}

	/**
	 * What was told before acts no second time, but a no that was said again, maybe after
	 * coming back: where it changes something, it is another event.
	 */
	private Map<MessageEvent, Outcome> keep(List<MessageEvent> events, Sender sender) {
		Map<MessageEvent, Boolean> known = this.rows.known(events);
		Map<MessageEvent, Outcome> outcomes = new HashMap<>();
		known.keySet().forEach((event) -> outcomes.put(event, Outcome.of(Effect.REPEATED)));
		List<MessageEvent> acting = events.stream()
			.filter((event) -> !known.containsKey(event) || (event.kind().isNo() && !known.get(event)))
			.toList();
		Map<MessageEvent, Outcome> counted = new HashMap<>();
		acting.stream()
			.filter((event) -> event.kind() == Kind.SOFT_BOUNCE)
			.forEach((bounce) -> counted.put(bounce, Outcome.of(Effect.COUNTED)));
		this.rows.add(counted, Set.of(), sender.name());
		Map<MessageEvent, Outcome> acted = act(acting, sender);
		acted.entrySet()
			.removeIf((each) -> known.containsKey(each.getKey()) && each.getValue().effect() != Effect.OPTED_OUT
					&& each.getValue().effect() != Effect.SUPPRESSED);
		outcomes.putAll(acted);
		counted.keySet()
			.stream()
			.filter((bounce) -> acted.get(bounce).effect() != Effect.COUNTED)
			.forEach((bounce) -> this.rows.conclude(bounce, acted.get(bounce)));
		acted.keySet().removeAll(counted.keySet());
		this.rows.add(acted, known.keySet(), sender.name())
			.stream()
			.filter((event) -> event.kind() == Kind.REPLY)
			.forEach((reply) -> this.noes.review(reply, acted.get(reply), sender));
		return outcomes;
	}

	private Map<MessageEvent, Outcome> act(List<MessageEvent> events, Sender sender) {
		Map<MessageEvent, Outcome> outcomes = new HashMap<>();
		Map<MessageEvent, StatedSuppression> suppressions = new LinkedHashMap<>();
		List<MessageEvent> noes = new ArrayList<>();
		Map<MessageEvent, RestingAddresses.Rest> rests = this.resting
			.rests(events.stream().filter((event) -> event.kind() == Kind.SOFT_BOUNCE).toList(), this.noes.now());
		for (MessageEvent event : events) {
			outcomes.put(event, Outcome.of((event.kind() == Kind.SOFT_BOUNCE) ? Effect.COUNTED : Effect.NOTED));
			if (isOwn(event)) {
				noes.add(event);
			}
			else if (event.kind() == Kind.HARD_BOUNCE && this.devices.serves(event)) {
				outcomes.put(event, this.devices.remove(event, sender));
			}
			else if (event.address() != null) {
				suppression(event, rests.get(event), sender).ifPresent((stated) -> suppressions.put(event, stated));
			}
		}
		Map<StatedSuppression, RecordSuppression.Outcome> suppressed = this.suppress
			.recordUnlessAnswered(suppressions.values());
		suppressions.forEach((event, stated) -> outcomes.put(event, outcome(suppressed.get(stated))));
		Set<MessageEvent> optedOut = this.noes.record(noes, sender);
		noes.forEach(
				(event) -> outcomes.put(event, Outcome.of(optedOut.contains(event) ? Effect.OPTED_OUT : Effect.STOOD)));
		return outcomes;
	}

	/**
	 * Whether it is the person's own no; one that others hold for an address is theirs
	 * where they have none.
	 */
	private boolean isOwn(MessageEvent event) {
		return switch (event.kind()) {
			case UNSUBSCRIBE -> true;
			case REPLY -> this.noes.stops(event);
			case CARRIER_STOP, COMPLAINT -> event.address() == null;
			case SENT, DELIVERED, SOFT_BOUNCE, HARD_BOUNCE -> false;
		};
	}

	private static Optional<StatedSuppression> suppression(MessageEvent event, RestingAddresses.@Nullable Rest rest,
			Sender sender) {
		return switch (event.kind()) {
			case HARD_BOUNCE -> Optional.of(suppression(event, Reason.HARD_BOUNCE, event.at(), null, sender));
			case CARRIER_STOP -> Optional.of(suppression(event, Reason.CARRIER_STOP, event.at(), null, sender));
			case COMPLAINT -> Optional.of(suppression(event, Reason.COMPLAINT, event.at(), null, sender));
			case SOFT_BOUNCE -> Optional.ofNullable(rest)
				.map((times) -> suppression(event, Reason.SOFT_BOUNCES, times.since(), times.until(), sender));
			case SENT, DELIVERED, REPLY, UNSUBSCRIBE -> Optional.empty();
		};
	}

	private static StatedSuppression suppression(MessageEvent event, Reason reason, Instant since,
			@Nullable Instant until, Sender sender) {
		return new StatedSuppression(Objects.requireNonNull(event.address()),
				Suppression.of(event.channel(), reason, false, Origin.API, since, until, sender.name()), sender.actor(),
				evidence(event));
	}

	private static Outcome outcome(RecordSuppression.@Nullable Outcome suppressed) {
		return (suppressed != null)
				? new Outcome(suppressed.fresh() ? Effect.SUPPRESSED : Effect.STOOD, suppressed.stands().id())
				: Outcome.of(Effect.STOOD);
	}

	static Evidence evidence(MessageEvent event) {
		return Evidence.NONE.with("message", MessageEventRows.message(event))
			.with("diagnostic", MessageEventRows.diagnostic(event));
	}

}
