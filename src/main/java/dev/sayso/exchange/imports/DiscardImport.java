package dev.sayso.exchange.imports;

import org.springframework.stereotype.Component;

/**
 * Throws away an import that took nobody in, with its file.
 */
@Component
class DiscardImport {

	private final Imports imports;

	private final Uploads uploads;

	private final ImportJobs runs;

	DiscardImport(Imports imports, Uploads uploads, ImportJobs runs) {
		this.imports = imports;
		this.uploads = uploads;
		this.runs = runs;
	}

	/**
	 * Throws it away.
	 * @throws ImportStateException when it has taken people in, or is about to
	 */
	void discard(Import run) {
		boolean idle = switch (run.state()) {
			case BROUGHT, TRIED -> true;
			case TRYING -> !this.runs.has(run.id());
			case FAILED -> run.readTo() == 0;
			case RUNNING, DONE -> false;
		};
		if (!idle) {
			throw new ImportStateException();
		}
		this.imports.delete(run);
		this.uploads.delete(run.id());
	}

}
