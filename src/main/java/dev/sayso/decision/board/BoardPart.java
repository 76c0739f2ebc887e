package dev.sayso.decision.board;

import java.util.Map;

import dev.sayso.decision.Decision;

/**
 * One kind of form on the board, when it is opened.
 */
interface BoardPart {

	/** Whether it is what an address opens. */
	boolean opens(String kind);

	/** The form as it begins. */
	Object form(Decision decision, OpenForm open);

	/** What there is to choose in it, by name. */
	default Map<String, ?> choices(Decision decision, OpenForm open) {
		return Map.of();
	}

}
