package dev.sayso.decision;

/**
 * What stands beside the steps of the editor, where there is something to simulate with.
 */
public interface SimulationPane {

	/**
	 * The address of the pane for one decision.
	 */
	String href(Decision decision);

}
