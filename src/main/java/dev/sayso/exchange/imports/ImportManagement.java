package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.LayoutDetection;
import dev.sayso.exchange.file.UnreadableFileException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.StaleEditException;

/**
 * Keeps an uploaded file as an import, begins its dry run, its real run, or the rest of
 * an interrupted one, shows how it is, and discards it.
 */
@Component
class ImportManagement {

	private static final Duration FILES_WAIT = Duration.ofDays(2);

	private static final Duration REJECTS_WAIT = Duration.ofDays(90);

	private final Imports imports;

	private final ImportRejects rejects;

	private final Uploads uploads;

	private final RunImport runs;

	private final ImportPlans plans;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportManagement(Imports imports, ImportRejects rejects, Uploads uploads, RunImport runs, ImportPlans plans,
			TransactionTemplate transaction, Clock clock) {
		this.imports = imports;
		this.rejects = rejects;
		this.uploads = uploads;
		this.runs = runs;
		this.plans = plans;
		this.transaction = transaction;
		this.clock = clock;
	}

	Import upload(ImportFile file, InputStream content, Actor by) throws IOException {
		Instant now = this.clock.instant();
		deleteExpired(now);
		UUID id = Ids.next();
		try {
			Path kept = this.uploads.keep(id, content);
			FileLayout layout = LayoutDetection.of(kept);
			ImportFile unpacked = new ImportFile(file.name(), file.fileName(), Files.size(kept));
			ImportPlan plan = this.plans.suggest(id, unpacked, layout, null);
			return this.imports.save(Import.create(id, unpacked, layout, plan, now, by.name()));
		}
		catch (UnreadableFileException ex) {
			this.uploads.delete(id);
			throw ex;
		}
	}

	/** Deletes files and rejects after their time, since they hold personal data. */
	private void deleteExpired(Instant now) {
		this.imports
			.findByStateInAndCreatedAtBefore(List.of(Import.State.BROUGHT, Import.State.TRYING, Import.State.TRIED,
					Import.State.TRY_FAILED, Import.State.FAILED), now.minus(FILES_WAIT))
			.forEach((run) -> this.uploads.delete(run.id()));
		this.rejects.forgetBefore(now.minus(REJECTS_WAIT));
	}

	void tryOut(Import run, FileLayout layout, ImportPlan plan, Actor by) {
		begin(run, run.tryOut(layout, plan, this.clock.instant(), by.name()));
	}

	void start(Import run, Actor by) {
		begin(run, run.start(this.clock.instant(), by.name()));
	}

	void resume(Import run) {
		if (this.runs.has(run.id())) {
			throw new StaleEditException("import");
		}
		this.imports.save(run.resume(this.clock.instant()));
		this.runs.start(run.id());
	}

	/**
	 * Deletes an import that changed nobody, with its file.
	 * @throws StaleEditException when it has imported rows, or is about to
	 */
	void discard(Import run) {
		boolean stopped = run.state() == Import.State.TRYING && !this.runs.has(run.id());
		if (!run.isIdle() && !stopped) {
			throw new StaleEditException("import");
		}
		this.imports.delete(run);
		this.uploads.delete(run.id());
	}

	ImportView view(Import run) {
		return view(run, this.rejects.first(run.id(), ImportView.REJECTS_SHOWN));
	}

	ImportView row(Import run) {
		return view(run, List.of());
	}

	private ImportView view(Import run, List<ImportRejects.FaultyCell> rejects) {
		boolean interrupted = !this.runs.has(run.id()) && run.isInterrupted(this.clock.instant());
		return new ImportView(run, run.state().isMoving() && !interrupted, interrupted, this.uploads.has(run.id()),
				rejects);
	}

	private void begin(Import before, Import after) {
		this.transaction.executeWithoutResult((status) -> {
			this.rejects.forget(before.id());
			this.imports.save(after);
		});
		this.runs.start(before.id());
	}

}
