package dev.sayso.exchange.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.JobQueue;
import dev.sayso.store.StoreStatistics;

/**
 * Imports a file, or tries it in a dry run, from its last position to its end: in the
 * background, one after the other, so that imports do not slow down the console.
 */
@Component
class RunImport {

	/** Rows per commit; each locks the say of its profile until then. */
	private static final int ROWS_PER_COMMIT = 100;

	/** From this many rows on, the statistics of the store's planner are refreshed. */
	private static final int MANY_ROWS = 1_000;

	private final JobQueue queue = new JobQueue("imports", 50);

	private final Imports imports;

	private final Uploads uploads;

	private final BatchImport batchImport;

	private final Attributes attributes;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final StoreStatistics statistics;

	private final Clock clock;

	RunImport(Imports imports, Uploads uploads, BatchImport batchImport, Attributes attributes, Audit audit,
			TransactionTemplate transaction, StoreStatistics statistics, Clock clock) {
		this.imports = imports;
		this.uploads = uploads;
		this.batchImport = batchImport;
		this.attributes = attributes;
		this.audit = audit;
		this.transaction = transaction;
		this.statistics = statistics;
		this.clock = clock;
	}

	void start(UUID id) {
		this.queue.start(id, (stopping) -> run(id, stopping));
	}

	/** Whether this process runs the import, or has queued it. */
	boolean has(UUID id) {
		return this.queue.has(id);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void beat() {
		this.queue.beat((id) -> this.imports.beat(id, this.clock.instant()));
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

	void run(UUID id, BooleanSupplier stopping) {
		Import run = this.imports.findById(id).orElseThrow(() -> new NotFoundException("import"));
		try {
			Import end = importRows(run, stopping);
			if (!stopping.getAsBoolean()) {
				finish(end);
			}
		}
		catch (IOException ex) {
			Import now = this.imports.findById(id).orElse(run);
			this.imports.save(now.fail("import.failure.file", this.clock.instant()));
		}
	}

	private Import importRows(Import run, BooleanSupplier stopping) throws IOException {
		Import current = run;
		try (RowReader rows = this.uploads.open(run)) {
			Map<String, Attribute> attributes = this.attributes.findAllByOrderByLabel()
				.stream()
				.collect(Collectors.toMap(Attribute::name, (attribute) -> attribute));
			ImportContext context = ImportContext.of(run, rows.header(), attributes, this.clock.instant());
			if (run.state() == Import.State.TRYING) {
				try (RowReader all = this.uploads.open(run)) {
					this.batchImport.findRepeated(all, context);
				}
			}
			this.batchImport.begin(run, rows.header());
			List<FileRow> batch = new ArrayList<>();
			for (FileRow row = rows.next(); row != null && !stopping.getAsBoolean(); row = rows.next()) {
				if (row.line() > run.readTo()) {
					batch.add(row);
				}
				else {
					context.earlier().add(row);
				}
				if (batch.size() == ROWS_PER_COMMIT) {
					current = this.batchImport.importRows(current, batch, context, rows.bytesRead());
					batch.clear();
				}
			}
			return batch.isEmpty() ? current : this.batchImport.importRows(current, batch, context, rows.bytesRead());
		}
	}

	private void finish(Import run) {
		boolean real = run.state() == Import.State.RUNNING;
		this.transaction.executeWithoutResult((status) -> {
			this.imports.save(run.finish(this.clock.instant()));
			if (real) {
				this.audit.write(run.actor(), "imported",
						new AuditSubject("import", run.id().toString(), run.file().name()),
						List.of(change("rows", run.tally().rowsRead()),
								change(run.plan().kind() == ImportPlan.Kind.PEOPLE ? "added" : "kept",
										run.tally().added()),
								change("changed", run.tally().changed()), change("rejected", run.tally().rejected()),
								change("noes", run.tally().noes()), change("lost", run.tally().lost())));
			}
		});
		if (real) {
			this.uploads.delete(run.id());
			if (run.tally().rowsRead() >= MANY_ROWS) {
				this.statistics.refresh();
			}
		}
	}

	private static FieldChange change(String field, long count) {
		return new FieldChange(field, null, String.valueOf(count));
	}

}
