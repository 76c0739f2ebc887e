package dev.sayso.exchange.imports;

import java.util.List;

/**
 * An import ready to show.
 *
 * @param interrupted whether its process ended before the import did
 * @param held whether its file is still here
 */
record ImportView(Import run, boolean moving, boolean interrupted, boolean held,
		List<ImportRejects.FaultyCell> rejects) {

	/** So many rejects are shown on the page; the file has all of them. */
	static final int REJECTS_SHOWN = 20;

	public String state() {
		return this.interrupted ? "import.state.INTERRUPTED" : "import.state." + this.run.state();
	}

	/** Whether this is, or was, a dry run: nothing is imported by it. */
	public boolean isDryRun() {
		return step() < 4;
	}

	public String title() {
		return (this.run.state() == Import.State.TRIED) ? "import.tried.title"
				: isDryRun() ? "import.tried.part" : "import.result.title";
	}

	public String interruption() {
		return isDryRun() ? "import.interrupted.tried" : this.held ? "import.interrupted" : "import.interrupted.gone";
	}

	/** Whether its rows are addresses, of which no people are made. */
	public boolean isAddresses() {
		return this.run.plan().kind() == ImportPlan.Kind.SUPPRESSIONS;
	}

	public String added() {
		return isAddresses() ? "import.tally.kept" : "import.tally.added";
	}

	public String unchanged() {
		return isAddresses() ? "import.tally.kept.already" : "import.tally.unchanged";
	}

	public String start() {
		return isAddresses() ? "import.start.addresses" : "import.start";
	}

	public String look() {
		return switch (this.run.state()) {
			case DONE -> "yes";
			case FAILED, TRY_FAILED, TRYING, RUNNING -> "wait";
			case BROUGHT, TRIED -> "blue";
		};
	}

	public String icon() {
		return switch (this.run.state()) {
			case DONE -> "check";
			case FAILED, TRY_FAILED -> "alert-triangle";
			case TRYING, RUNNING -> this.interrupted ? "player-pause" : "clock";
			case BROUGHT, TRIED -> "pencil";
		};
	}

	public boolean matchable() {
		return this.held && this.run.isIdle();
	}

	public boolean startable() {
		return this.held && this.run.state() == Import.State.TRIED;
	}

	/** Whether it can be discarded, because it changed nobody. */
	public boolean discardable() {
		return this.run.isIdle() || this.run.state() == Import.State.TRYING && this.interrupted;
	}

	public int step() {
		return switch (this.run.state()) {
			case BROUGHT -> 2;
			case TRYING, TRIED, TRY_FAILED -> 3;
			case RUNNING, DONE, FAILED -> 4;
		};
	}

}
