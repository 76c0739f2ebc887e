package dev.sayso.exchange.imports;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.shared.Actor;

/**
 * Sets an import going: the dry run first, then the real one, or what was interrupted.
 */
@Component
class ImportManagement {

	private final Imports imports;

	private final ImportRejects rejects;

	private final Uploads uploads;

	private final ImportJobs runs;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportManagement(Imports imports, ImportRejects rejects, Uploads uploads, ImportJobs runs, TransactionTemplate transaction,
			Clock clock) {
		this.imports = imports;
		this.rejects = rejects;
		this.uploads = uploads;
		this.runs = runs;
		this.transaction = transaction;
		this.clock = clock;
	}

	void tryOut(Import run, FileLayout layout, ImportPlan plan, Actor by) {
		go(run, run.tryOut(layout, plan, this.clock.instant(), by.name()));
	}

	void start(Import run, Actor by) {
		go(run, run.start(this.clock.instant(), by.name()));
	}

	void resume(Import run) {
		if (this.runs.has(run.id())) {
			throw new ImportStateException();
		}
		this.imports.save(run.resume(this.clock.instant()));
		this.runs.start(run.id());
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

	private void go(Import before, Import after) {
		this.transaction.executeWithoutResult((status) -> {
			this.rejects.forget(before.id());
			this.imports.save(after);
		});
		this.runs.start(before.id());
	}

}
