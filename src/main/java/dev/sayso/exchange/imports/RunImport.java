package dev.sayso.exchange.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.StoreStatistics;

/**
 * Goes through a file from where it stands to its end: tries it, or takes it in.
 */
@Component
class RunImport {

	/** So many rows share a commit, and hold their people's says for that long. */
	private static final int ROWS_PER_COMMIT = 100;

	/** So many rows change what the store's planner should know. */
	private static final int MANY = 1_000;

	private final Imports imports;

	private final Uploads uploads;

	private final BatchImport take;

	private final Attributes attributes;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final StoreStatistics statistics;

	private final Clock clock;

	RunImport(Imports imports, Uploads uploads, BatchImport take, Attributes attributes, Audit audit,
			TransactionTemplate transaction, StoreStatistics statistics, Clock clock) {
		this.imports = imports;
		this.uploads = uploads;
		this.take = take;
		this.attributes = attributes;
		this.audit = audit;
		this.transaction = transaction;
		this.statistics = statistics;
		this.clock = clock;
	}

	/**
	 * Goes on until the end, or until told to stop; what is left goes on later.
	 */
	void run(UUID id, BooleanSupplier stopping) {
		Import run = this.imports.findById(id).orElseThrow(() -> new NotFoundException("import"));
		try {
			Import end = read(run, stopping);
			if (!stopping.getAsBoolean()) {
				finish(end);
			}
		}
		catch (IOException ex) {
			Import now = this.imports.findById(id).orElse(run);
			this.imports.save(now.fail("import.failure.file", this.clock.instant()));
		}
	}

	private Import read(Import run, BooleanSupplier stopping) throws IOException {
		Import current = run;
		try (RowReader rows = this.uploads.open(run)) {
			ImportContext sheet = new ImportContext(run, rows.header(), run.plan().columns(),
					this.attributes.findAllByOrderByLabel()
						.stream()
						.collect(Collectors.toMap(Attribute::name, (attribute) -> attribute)));
			List<FileRow> batch = new ArrayList<>();
			for (FileRow row = rows.next(); row != null && !stopping.getAsBoolean(); row = rows.next()) {
				if (row.line() > run.readTo()) {
					batch.add(row);
				}
				if (batch.size() == ROWS_PER_COMMIT) {
					current = this.take.take(current, batch, sheet, rows.bytesRead());
					batch.clear();
				}
			}
			return batch.isEmpty() ? current : this.take.take(current, batch, sheet, rows.bytesRead());
		}
	}

	private void finish(Import run) {
		boolean real = run.state() == Import.State.RUNNING;
		this.transaction.executeWithoutResult((status) -> {
			this.imports.save(run.finish(this.clock.instant()));
			if (real) {
				Actor by = new Actor(Actor.Kind.ACCOUNT, null, String.valueOf(run.startedBy()));
				this.audit.write(by, "imported", new AuditSubject("import", run.id().toString(), run.file().name()),
						List.of(change("rows", run.tally().rowsRead()), change("added", run.tally().added()),
								change("changed", run.tally().changed()), change("rejected", run.tally().rejected()),
								change("noes", run.tally().noes())));
			}
		});
		if (real) {
			this.uploads.delete(run.id());
			if (run.tally().rowsRead() >= MANY) {
				this.statistics.refresh();
			}
		}
	}

	private static FieldChange change(String field, long count) {
		return new FieldChange(field, null, String.valueOf(count));
	}

}
