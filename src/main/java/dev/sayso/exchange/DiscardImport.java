package dev.sayso.exchange;

import org.springframework.stereotype.Component;

/**
 * Throws away an import that took nobody in, with its file.
 */
@Component
class DiscardImport {

	private final Imports imports;

	private final Uploads uploads;

	private final Runs runs;

	DiscardImport(Imports imports, Uploads uploads, Runs runs) {
		this.imports = imports;
		this.uploads = uploads;
		this.runs = runs;
	}

	/**
	 * Throws it away.
	 * @throws NotNow when it has taken people in, or is about to
	 */
	void discard(Import run) {
		boolean idle = switch (run.state()) {
			case BROUGHT, TRIED -> true;
			case TRYING -> !this.runs.has(run.id());
			case FAILED -> run.readTo() == 0;
			case RUNNING, DONE -> false;
		};
		if (!idle) {
			throw new NotNow();
		}
		this.imports.delete(run);
		this.uploads.delete(run.id());
	}

}
