package dev.sayso.contact.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.Origin;
import dev.sayso.shared.Ids;

/**
 * The one way what happened to a message changes who may be contacted: each event once,
 * in one transaction with what it changes, and by when it happened, whenever it is told.
 */
@Component
class RecordMessageEvent {

	private final MessageEventRows rows;

	private final BounceRule rule;

	private final RecordSuppression suppress;

	private final RestingAddresses resting;

	private final EventNoes noes;

	private final GoneDevices devices;

	RecordMessageEvent(MessageEventRows rows, BounceRule rule, RecordSuppression suppress, RestingAddresses resting,
			EventNoes noes, GoneDevices devices) {
		this.rows = rows;
		this.rule = rule;
		this.suppress = suppress;
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

	/** Records several in one transaction, all or none. */
	@Transactional
	List<Outcome> record(List<MessageEvent> events, Sender sender) {
		this.suppress.hold(events.stream()
			.filter((event) -> event.address() != null)
			.map((event) -> Map.of(event.channel(), event.address()))
			.toList());
		return events.stream().map((event) -> record(event, sender)).toList();
	}

	@Transactional
	Outcome record(MessageEvent event, Sender sender) {
		if (event.address() != null) {
			this.suppress.hold(Map.of(event.channel(), event.address()));
		}
		if (!event.kind().isKept()) {
			return (event.kind() == Kind.DELIVERED) ? this.resting.arrived(event, sender) : Outcome.of(Effect.NOTED);
		}
		UUID id = Ids.next();
		if (!this.rows.add(id, event, sender.name())) {
			return repeat(id, event, sender);
		}
		return conclude(id, event, act(event, sender), sender);
	}

	private Outcome conclude(UUID id, MessageEvent event, Outcome outcome, Sender sender) {
		this.rows.conclude(id, outcome.effect(), outcome.suppression());
		if (event.kind() == Kind.REPLY) {
			this.noes.review(event, outcome, sender);
		}
		return outcome;
	}

	/**
	 * What was told before acts no second time, but a no that was said again, maybe after
	 * coming back: where it changes something, it is another event.
	 */
	private Outcome repeat(UUID id, MessageEvent event, Sender sender) {
		if (!event.kind().isNo() || this.rows.isKnownSince(event)) {
			return Outcome.of(Effect.REPEATED);
		}
		Outcome outcome = act(event, sender);
		if (outcome.effect() != Effect.OPTED_OUT && outcome.effect() != Effect.SUPPRESSED) {
			return Outcome.of(Effect.REPEATED);
		}
		this.rows.addAgain(id, event, sender.name());
		return conclude(id, event, outcome, sender);
	}

	private Outcome act(MessageEvent event, Sender sender) {
		return switch (event.kind()) {
			case SENT, DELIVERED -> Outcome.of(Effect.NOTED);
			case SOFT_BOUNCE -> softBounce(event, sender);
			case HARD_BOUNCE -> this.devices.serves(event) ? this.devices.remove(event, sender)
					: suppress(event, Reason.HARD_BOUNCE, event.at(), null, sender);
			case CARRIER_STOP -> refuse(event, Reason.CARRIER_STOP, sender);
			case COMPLAINT -> refuse(event, Reason.COMPLAINT, sender);
			case REPLY -> this.noes.reply(event, sender);
			case UNSUBSCRIBE -> this.noes.record(event, sender);
		};
	}

	private Outcome softBounce(MessageEvent event, Sender sender) {
		BounceRule.Limits limits = this.rule.limits();
		Instant last = limits.last(this.rows.softBounces(event)).orElse(null);
		return (last != null && limits.end(last).isAfter(this.noes.now()))
				? suppress(event, Reason.SOFT_BOUNCES, last, limits.end(last), sender) : Outcome.of(Effect.COUNTED);
	}

	/**
	 * A no that others hold for the address; for whom has none it is the person's own.
	 */
	private Outcome refuse(MessageEvent event, Reason reason, Sender sender) {
		return (event.address() != null) ? suppress(event, reason, event.at(), null, sender)
				: this.noes.record(event, sender);
	}

	private Outcome suppress(MessageEvent event, Reason reason, Instant since, @Nullable Instant until, Sender sender) {
		if (event.address() == null) {
			return Outcome.of(Effect.NOTED);
		}
		Suppression stated = Suppression.of(event.channel(), reason, false, Origin.API, since, until, sender.name());
		return this.suppress.recordUnlessAnswered(event.address(), stated, sender.actor(), evidence(event))
			.map((outcome) -> new Outcome(outcome.fresh() ? Effect.SUPPRESSED : Effect.STOOD, outcome.stands().id()))
			.orElse(Outcome.of(Effect.STOOD));
	}

	static Evidence evidence(MessageEvent event) {
		return Evidence.NONE.with("message", MessageEventRows.message(event))
			.with("diagnostic", MessageEventRows.diagnostic(event));
	}

}
