package dev.sayso.decision;

import java.util.stream.IntStream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Fold;

/**
 * Copies decisions, each copy a draft under a key of its own, however many are made at
 * once.
 */
@Component
class CopyDecision {

	/** A key that leaves room for a number behind it. */
	private static final int LONGEST = 55;

	private static final int TRIES = 20;

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
		String name = Fold.shorten(decision.name(), 200 - suffix.length() - 1) + " " + suffix;
		for (int tried = 0;; tried++) {
			try {
				return this.keep.create(free(decision.slug()), name, decision.description(), decision.draft(), by);
			}
			catch (DuplicateKeyException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	private String free(String slug) {
		String stem = Fold.shorten(slug.replaceAll("-\\d{1,4}$", ""), LONGEST).replaceAll("-+$", "");
		return IntStream.range(2, 10_000)
			.mapToObj((number) -> stem + "-" + number)
			.filter((one) -> this.decisions.findBySlug(one).isEmpty())
			.findFirst()
			.orElseThrow();
	}

}
