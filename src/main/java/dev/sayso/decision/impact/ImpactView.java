package dev.sayso.decision.impact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft would change, in the reader's words.
 *
 * @param impact null where none was worked out yet
 * @param broken whether it did not come to its end
 * @param over over how many people, in words; empty until it is done
 * @param earlier those before and after it, the newest first
 */
record ImpactView(@Nullable Impact impact, boolean moving, boolean broken, boolean outdated, String over,
		List<InScope> scopes, List<Impact> earlier) {

	public boolean isSampled() {
		return this.impact != null && this.impact.result() != null && this.impact.result().sampled();
	}

	record InScope(String name, List<Sentence> sentences, List<Row> rows, boolean compares) {
	}

	record Sentence(String text, boolean weighs, @Nullable Example example) {
	}

	record Example(String name, String href) {
	}

	/**
	 * Something people get.
	 *
	 * @param why in words where it is a fallback; else empty
	 * @param change how many more or fewer; empty for as many
	 * @param share of all people who would get it, in per cent
	 * @param shareBefore of all people who get it now
	 */
	record Row(String name, String why, String before, String after, String change, double share, double shareBefore,
			@Nullable Example example) {
	}

}
