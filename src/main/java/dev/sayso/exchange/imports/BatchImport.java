package dev.sayso.exchange.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRejects.Reject;

/**
 * Imports a batch of rows in one commit, together with the position in the file, where an
 * interrupted import resumes. Where one row breaks the commit, each row is imported by
 * itself. A dry run does the same and rolls back.
 */
@Component
class BatchImport {

	private final RowImport rowImport;

	private final Imports imports;

	private final ImportRejects rejects;

	private final TransactionTemplate transaction;

	private final Clock clock;

	BatchImport(RowImport rowImport, Imports imports, ImportRejects rejects, TransactionTemplate transaction,
			Clock clock) {
		this.rowImport = rowImport;
		this.imports = imports;
		this.rejects = rejects;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The tally and the rejects of some rows.
	 */
	private static final class Batch {

		private final List<Reject> rejects = new ArrayList<>();

		private ImportTally tally;

		private long line;

		Batch(ImportTally tally) {
			this.tally = tally;
		}

		void add(FileRow row, ImportRowResult result) {
			this.tally = this.tally.plus(result);
			this.line = row.line();
			result.faults()
				.forEach((fault) -> this.rejects
					.add(new Reject(row.line(), fault.column(), fault.value(), fault.code())));
		}

		ImportTally tally() {
			return this.tally;
		}

		long line() {
			return this.line;
		}

		List<Reject> rejects() {
			return this.rejects;
		}

	}

	/**
	 * Imports rows and records the position in the file.
	 */
	Import importRows(Import run, List<FileRow> rows, ImportContext context, long bytesRead) {
		try {
			return commit(run, rows, context, bytesRead);
		}
		catch (DataAccessResourceFailureException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			Import next = run;
			for (FileRow row : rows) {
				next = importRow(next, row, context, bytesRead);
			}
			return next;
		}
	}

	private Import importRow(Import run, FileRow row, ImportContext context, long bytesRead) {
		try {
			return commit(run, List.of(row), context, bytesRead);
		}
		catch (DataAccessResourceFailureException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			boolean duplicate = ex instanceof DuplicateKeyException;
			Batch batch = new Batch(run.tally());
			batch.add(row, ImportRowResult
				.rejected(new ImportRowResult.Fault("", "", duplicate ? "import.fault.taken" : "import.fault.store")));
			return note(run, batch, bytesRead);
		}
	}

	private Import commit(Import run, List<FileRow> rows, ImportContext context, long bytesRead) {
		Batch batch = new Batch(run.tally());
		if (run.state() == Import.State.TRYING) {
			this.transaction.executeWithoutResult((status) -> {
				rows.forEach((row) -> batch.add(row, this.rowImport.importRow(row, context)));
				status.setRollbackOnly();
			});
			return note(run, batch, bytesRead);
		}
		return this.transaction.execute((status) -> {
			rows.forEach((row) -> batch.add(row, this.rowImport.importRow(row, context)));
			return note(run, batch, bytesRead);
		});
	}

	private Import note(Import run, Batch batch, long bytesRead) {
		return this.transaction.execute((status) -> {
			this.rejects.add(run.id(), batch.rejects(), this.clock.instant());
			return this.imports.save(run.advance(batch.tally(), batch.line(), bytesRead, this.clock.instant()));
		});
	}

}
