package dev.sayso.exchange.imports;

import java.util.List;

/**
 * An import ready to show.
 *
 * @param moving whether it runs now
 * @param interrupted whether its process ended before the import did
 * @param held whether its file is still here
 * @param rejects the first rejects
 */
record ImportView(Import run, boolean moving, boolean interrupted, boolean held, List<ImportRejects.Reject> rejects) {

	/** So many rejects are shown on the page; the file has all of them. */
	static final int REJECTS_SHOWN = 20;

	/**
	 * Message key of the state.
	 */
	public String state() {
		return this.interrupted ? "import.state.INTERRUPTED" : "import.state." + this.run.state();
	}

	/**
	 * The style of the chip.
	 */
	public String look() {
		return switch (this.run.state()) {
			case DONE -> "yes";
			case FAILED, TRYING, RUNNING -> "wait";
			case BROUGHT, TRIED -> "blue";
		};
	}

	public String icon() {
		return switch (this.run.state()) {
			case DONE -> "check";
			case FAILED -> "alert-triangle";
			case TRYING, RUNNING -> this.interrupted ? "player-pause" : "clock";
			case BROUGHT, TRIED -> "pencil";
		};
	}

	/**
	 * Whether its columns can be matched.
	 */
	public boolean matchable() {
		return this.held && switch (this.run.state()) {
			case BROUGHT, TRIED -> true;
			case FAILED -> this.run.readTo() == 0;
			case TRYING, RUNNING, DONE -> false;
		};
	}

	public boolean startable() {
		return this.held && this.run.state() == Import.State.TRIED;
	}

	/**
	 * Whether it can be discarded, because it changed nobody.
	 */
	public boolean discardable() {
		return switch (this.run.state()) {
			case BROUGHT, TRIED -> true;
			case TRYING -> this.interrupted;
			case FAILED -> this.run.readTo() == 0;
			case RUNNING, DONE -> false;
		};
	}

	/**
	 * The number of the current step.
	 */
	public int step() {
		return switch (this.run.state()) {
			case BROUGHT -> 2;
			case TRYING, TRIED -> 3;
			case RUNNING, DONE, FAILED -> 4;
		};
	}

}
