package dev.sayso.decision;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Copies;

/**
 * Copies decisions, each copy a draft under a key of its own, however many are made at
 * once.
 */
@Component
class CopyDecision {

	private final Decisions decisions;

	private final KeepDecision keep;

	CopyDecision(Decisions decisions, KeepDecision keep) {
		this.decisions = decisions;
		this.keep = keep;
	}

	/**
	 * Makes a copy of the draft.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 */
	Decision copy(Decision decision, String suffix, Actor by) {
		String name = Copies.name(decision.name(), suffix);
		return Copies.make(decision.slug(), (slug) -> this.decisions.findBySlug(slug).isPresent(),
				(slug) -> this.keep.create(slug, name, decision.description(), decision.draft(), by));
	}

}
