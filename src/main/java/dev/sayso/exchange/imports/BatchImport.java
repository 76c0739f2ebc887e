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
 * Takes in a handful of rows with one commit, together with how far the file is: what is
 * interrupted goes on exactly there. Where one row breaks the commit, each goes by
 * itself. A dry run does the very same and takes it back.
 */
@Component
class BatchImport {

	private final RowImport take;

	private final Imports imports;

	private final ImportRejects rejects;

	private final TransactionTemplate transaction;

	private final Clock clock;

	BatchImport(RowImport take, Imports imports, ImportRejects rejects, TransactionTemplate transaction, Clock clock) {
		this.take = take;
		this.imports = imports;
		this.rejects = rejects;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What some rows of a file came to.
	 */
	private static final class Batch {

		private final List<Reject> rejects = new ArrayList<>();

		private ImportTally tally;

		private long line;

		Batch(ImportTally tally) {
			this.tally = tally;
		}

		void add(FileRow row, ImportRowResult outcome) {
			this.tally = this.tally.plus(outcome);
			this.line = row.line();
			outcome.faults()
				.forEach((fault) -> this.rejects.add(new Reject(row.line(), fault.column(), fault.value(), fault.code())));
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
	 * Takes in rows and notes how far the file is.
	 */
	Import take(Import run, List<FileRow> rows, ImportContext sheet, long bytesRead) {
		try {
			return commit(run, rows, sheet, bytesRead);
		}
		catch (DataAccessResourceFailureException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			Import next = run;
			for (FileRow row : rows) {
				next = single(next, row, sheet, bytesRead);
			}
			return next;
		}
	}

	private Import single(Import run, FileRow row, ImportContext sheet, long bytesRead) {
		try {
			return commit(run, List.of(row), sheet, bytesRead);
		}
		catch (DataAccessResourceFailureException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			boolean taken = ex instanceof DuplicateKeyException;
			Batch batch = new Batch(run.tally());
			batch.add(row, ImportRowResult
				.rejected(new ImportRowResult.Fault("", "", taken ? "import.fault.taken" : "import.fault.store")));
			return note(run, batch, bytesRead);
		}
	}

	private Import commit(Import run, List<FileRow> rows, ImportContext sheet, long bytesRead) {
		Batch batch = new Batch(run.tally());
		if (run.state() == Import.State.TRYING) {
			this.transaction.executeWithoutResult((status) -> {
				rows.forEach((row) -> batch.add(row, this.take.take(row, sheet)));
				status.setRollbackOnly();
			});
			return note(run, batch, bytesRead);
		}
		return this.transaction.execute((status) -> {
			rows.forEach((row) -> batch.add(row, this.take.take(row, sheet)));
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
