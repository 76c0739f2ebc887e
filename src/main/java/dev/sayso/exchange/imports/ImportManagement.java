package dev.sayso.exchange.imports;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.shared.Actor;

/**
 * Begins the dry run of an import, its real run, or the rest of an interrupted one, and
 * discards imports.
 */
@Component
class ImportManagement {

	private final Imports imports;

	private final ImportRejects rejects;

	private final Uploads uploads;

	private final ImportJobs jobs;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportManagement(Imports imports, ImportRejects rejects, Uploads uploads, ImportJobs jobs,
			TransactionTemplate transaction, Clock clock) {
		this.imports = imports;
		this.rejects = rejects;
		this.uploads = uploads;
		this.jobs = jobs;
		this.transaction = transaction;
		this.clock = clock;
	}

	void tryOut(Import run, FileLayout layout, ImportPlan plan, Actor by) {
		begin(run, run.tryOut(layout, plan, this.clock.instant(), by.name()));
	}

	void start(Import run, Actor by) {
		begin(run, run.start(this.clock.instant(), by.name()));
	}

	void resume(Import run) {
		if (this.jobs.has(run.id())) {
			throw new ImportStateException();
		}
		this.imports.save(run.resume(this.clock.instant()));
		this.jobs.start(run.id());
	}

	/**
	 * Deletes an import that changed nobody, with its file.
	 * @throws ImportStateException when it has imported rows, or is about to
	 */
	void discard(Import run) {
		boolean idle = switch (run.state()) {
			case BROUGHT, TRIED, TRY_FAILED -> true;
			case TRYING -> !this.jobs.has(run.id());
			case FAILED -> run.readTo() == 0;
			case RUNNING, DONE -> false;
		};
		if (!idle) {
			throw new ImportStateException();
		}
		this.imports.delete(run);
		this.uploads.delete(run.id());
	}

	private void begin(Import before, Import after) {
		this.transaction.executeWithoutResult((status) -> {
			this.rejects.forget(before.id());
			this.imports.save(after);
		});
		this.jobs.start(before.id());
	}

}
