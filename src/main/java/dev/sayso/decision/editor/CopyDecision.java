package dev.sayso.decision.editor;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.CopyNames;

/**
 * Copies decisions, each copy a draft under a key of its own, however many are made at
 * once.
 */
@Component
class CopyDecision {

	private final Decisions decisions;

	private final DecisionManagement keep;

	CopyDecision(Decisions decisions, DecisionManagement keep) {
		this.decisions = decisions;
		this.keep = keep;
	}

	/**
	 * Makes a copy of the draft.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 */
	Decision copy(Decision decision, String suffix, Actor by) {
		String name = CopyNames.name(decision.name(), suffix);
		return CopyNames.make(decision.slug(), (slug) -> this.decisions.findBySlug(slug).isPresent(),
				(slug) -> this.keep.create(slug, name, decision.description(), decision.draft(), by));
	}

}
