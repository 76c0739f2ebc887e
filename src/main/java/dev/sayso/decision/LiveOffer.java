package dev.sayso.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.decision.formula.RankableOffer;
import dev.sayso.offer.Cap;

/**
 * An approved offer, ready to be evaluated for one person.
 *
 * @param ends from when it may not any more
 * @param eligible whom it is for; null where that cannot be evaluated any more, so for
 * nobody
 * @param condition the same as it is read
 * @param personal whether it reads who somebody is, or is marked so
 * @param ranked what formulas may read of it
 * @param facts what its texts may read of it
 * @param silent how many of its texts name what is no longer there, and are not said
 * @param reads the parts of a person that it has to know
 */
public record LiveOffer(UUID id, String slug, String name, int priority, Instant begins, Instant ends,
		@Nullable CompiledCondition eligible, Condition condition, boolean personal, List<Cap> caps,
		RankableOffer ranked, Map<String, Object> facts, Map<String, LocalizedTexts> texts, int silent,
		Set<Class<?>> reads) {

	/** Whether something of it cannot be evaluated any more. */
	public boolean isBroken() {
		return this.eligible == null || this.silent > 0;
	}

}
