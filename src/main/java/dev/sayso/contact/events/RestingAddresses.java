package dev.sayso.contact.events;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Grounds;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.RecordMessageEvent.Outcome;
import dev.sayso.person.Origin;
import dev.sayso.store.DiskSpace;

/**
 * Addresses that rest after bounces which were not final. What arrives starts the count
 * anew, and shows that the address can be used.
 */
@Component
class RestingAddresses {

	private final MessageEventRows rows;

	private final BounceRule rule;

	private final Suppressions suppressions;

	private final RecordSuppression record;

	private final DiskSpace disk;

	RestingAddresses(MessageEventRows rows, BounceRule rule, Suppressions suppressions, RecordSuppression record,
			DiskSpace disk) {
		this.rows = rows;
		this.rule = rule;
		this.suppressions = suppressions;
		this.record = record;
		this.disk = disk;
	}

	/** Notes that a message arrived, but where there is room for noes alone. */
	Outcome arrived(MessageEvent event, Sender sender) {
		if (event.address() == null || this.disk.isLow()) {
			return Outcome.of(Effect.NOTED);
		}
		this.rows.arrived(event);
		return this.suppressions.find(Map.of(event.channel(), event.address()))
			.stream()
			.filter((suppression) -> suppression.reason() == Suppression.Reason.SOFT_BOUNCES)
			.filter((suppression) -> isOver(suppression, event))
			.findFirst()
			.map((suppression) -> {
				this.record.lift(suppression, Origin.API, sender.actor(),
						new Grounds(null, RecordMessageEvent.evidence(event).with("delivered", event.at().toString())));
				return Outcome.of(Effect.RESUMED);
			})
			.orElse(Outcome.of(Effect.NOTED));
	}

	/**
	 * Whether the bounces that were counted are too few now; of what others told, whether
	 * the message arrived after it.
	 */
	private boolean isOver(Suppression suppression, MessageEvent event) {
		return this.rows.explains(suppression.id()) ? this.rule.limits().last(this.rows.softBounces(event)).isEmpty()
				: event.at().isAfter(suppression.since());
	}

}
