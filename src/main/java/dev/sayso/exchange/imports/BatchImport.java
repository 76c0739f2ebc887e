package dev.sayso.exchange.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.exchange.imports.ImportRejects.Reject;
import dev.sayso.store.StoreOutage;

/**
 * Imports a batch of rows in one commit, together with the position in the file, where an
 * interrupted import resumes. Where one row breaks the commit, each row is imported by
 * itself. A dry run does the same and rolls back.
 */
@Component
class BatchImport {

	/** How often the noes of a row are tried that cannot be imported otherwise. */
	private static final int NOES_ATTEMPTS = 3;

	private final RowImport rowImport;

	private final SuppressionImport suppressionImport;

	private final Imports imports;

	private final ImportRejects rejects;

	private final TransactionTemplate transaction;

	private final Clock clock;

	BatchImport(RowImport rowImport, SuppressionImport suppressionImport, Imports imports, ImportRejects rejects,
			TransactionTemplate transaction, Clock clock) {
		this.rowImport = rowImport;
		this.suppressionImport = suppressionImport;
		this.imports = imports;
		this.rejects = rejects;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Keeps what the file calls its columns, for the rows that will be left out. */
	void begin(Import run, List<String> header) {
		this.rejects.head(run.id(), header, this.clock.instant());
	}

	/** Looks through a file that is to be tried for people who have several rows. */
	void findRepeated(RowReader rows, ImportContext context) throws IOException {
		context.earlier().find(rows, (row) -> this.rowImport.references(row, context));
	}

	Import importRows(Import run, List<FileRow> rows, ImportContext context, long bytesRead) {
		try {
			return importBatch(run, rows, context, bytesRead);
		}
		catch (RuntimeException ex) {
			throwIfOut(ex);
			Import next = run;
			for (FileRow row : rows) {
				next = importAlone(next, row, context, bytesRead);
			}
			return next;
		}
	}

	/** A row that breaks its commit still has its noes taken. */
	private Import importAlone(Import run, FileRow row, ImportContext context, long bytesRead) {
		String why = "import.fault.store";
		for (int attempt = 0; attempt <= NOES_ATTEMPTS; attempt++) {
			try {
				String reason = why;
				return (attempt == 0) ? importBatch(run, List.of(row), context, bytesRead) : commit(run, List.of(row),
						context, bytesRead, (each, shared) -> this.rowImport.importNoes(each, shared, reason));
			}
			catch (RuntimeException ex) {
				throwIfOut(ex);
				why = (ex instanceof DuplicateKeyException) ? "import.fault.taken" : why;
			}
		}
		ImportRowResult.Noes lost = ImportRowResult.Noes.NONE.lost(new ImportRow(row, context).answers().hasNoes());
		return note(run, List.of(row), List.of(new ImportRowResult(ImportRowResult.Kind.REJECTED, lost, 0,
				List.of(new ImportRowResult.Fault("", "", why)))), bytesRead);
	}

	private ImportRowResult importRow(FileRow row, ImportContext context) {
		return (context.plan().kind() == ImportPlan.Kind.SUPPRESSIONS) ? this.suppressionImport.importRow(row, context)
				: this.rowImport.importRow(row, context);
	}

	/**
	 * A store that is gone, or has no room, is no fault of a row: the run stops and can
	 * be resumed.
	 */
	private static void throwIfOut(RuntimeException ex) {
		if (ex instanceof TransactionException || StoreOutage.isOutage(ex) || StoreOutage.isLow(ex)) {
			throw ex;
		}
	}

	private Import importBatch(Import run, List<FileRow> rows, ImportContext context, long bytesRead) {
		Import after = commit(run, rows, context, bytesRead, this::importRow);
		rows.forEach(context.earlier()::add);
		return after;
	}

	private Import commit(Import run, List<FileRow> rows, ImportContext context, long bytesRead,
			BiFunction<FileRow, ImportContext, ImportRowResult> each) {
		List<ImportRowResult> results = new ArrayList<>();
		if (run.state() == Import.State.TRYING) {
			Set<Long> people = new HashSet<>();
			this.transaction.executeWithoutResult((status) -> {
				for (FileRow row : rows) {
					List<FileRow> earlier = people.add(context.earlier().person(row)) ? context.earlier().before(row)
							: List.<FileRow>of();
					earlier.forEach((done) -> importRow(done, context));
					results.add(each.apply(row, context));
				}
				status.setRollbackOnly();
			});
			return note(run, rows, results, bytesRead);
		}
		return this.transaction.execute((status) -> {
			rows.forEach((row) -> results.add(each.apply(row, context)));
			return note(run, rows, results, bytesRead);
		});
	}

	private Import note(Import run, List<FileRow> rows, List<ImportRowResult> results, long bytesRead) {
		ImportTally tally = run.tally();
		List<Reject> rejects = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			ImportRowResult result = results.get(i);
			tally = tally.plus(result);
			if (!result.faults().isEmpty()) {
				rejects.add(new Reject(rows.get(i).line(), rows.get(i).cells(),
						result.kind() == ImportRowResult.Kind.REJECTED, result.faults()));
			}
		}
		Import after = run.advance(tally, rows.get(rows.size() - 1).line(), bytesRead, this.clock.instant());
		return this.transaction.execute((status) -> {
			this.rejects.add(run.id(), rejects, this.clock.instant());
			return this.imports.save(after);
		});
	}

}
