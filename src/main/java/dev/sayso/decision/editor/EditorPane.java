package dev.sayso.decision.editor;

import dev.sayso.decision.Decision;

/**
 * What stands beside a board, where there is something to simulate with.
 */
public interface EditorPane {

	/** The address of the pane for one decision. */
	String href(Decision decision);

}
