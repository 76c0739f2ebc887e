package dev.sayso.decision.editor;

import dev.sayso.decision.Decision;

/**
 * Where a decision's draft is edited, for whoever leads there.
 */
public final class DraftAddress {

	private DraftAddress() {
	}

	public static String of(Decision decision) {
		return "/decisions/" + decision.slug() + "/draft";
	}

}
