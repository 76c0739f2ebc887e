package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;

/**
 * What a policy would change, for whom.
 */
@Component
class PolicyPreviews {

	private final PolicyRecords records;

	private final PolicyEffects effects;

	private final PolicyMovers movers;

	PolicyPreviews(PolicyRecords records, PolicyEffects effects, PolicyMovers movers) {
		this.records = records;
		this.effects = effects;
		this.movers = movers;
	}

	/**
	 * @param effect null where it could not be counted
	 * @param movers null where nobody moves, or nobody knows
	 */
	record Preview(@Nullable PolicyEffect effect, PolicyMovers.@Nullable Page movers) {

		static final Preview NONE = new Preview(null, null);

	}

	/**
	 * @param saved null for a new one
	 * @param after null where it cannot be evaluated yet
	 */
	Preview create(@Nullable ConsentPolicy saved, @Nullable PolicyContent after, PolicyPage.Movers asked, Instant now) {
		if (after == null) {
			return Preview.NONE;
		}
		UUID id = (saved != null) ? saved.id() : Ids.next();
		PolicyContent before = (saved != null) ? this.records.inForce(saved, now).orElse(null) : null;
		PolicyEffect effect = this.effects.count(before, after, this.records.others(id, now)).orElse(null);
		if (effect == null || effect.more() + effect.fewer() == 0) {
			return new Preview(effect, null);
		}
		boolean in = asked.in() ? effect.fewer() > 0 : effect.more() == 0;
		return new Preview(effect, this.movers.list(before, after, in, (in == asked.in()) ? asked.behind() : null));
	}

}
