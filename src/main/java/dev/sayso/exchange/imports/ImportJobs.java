package dev.sayso.exchange.imports;

import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.sayso.store.JobQueue;

/**
 * Runs imports in the background, one after the other, so that they do not slow down the
 * console.
 */
@Component
class ImportJobs {

	private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

	private final RunImport runImport;

	private final JobQueue queue = new JobQueue("imports", 50);

	ImportJobs(RunImport runImport) {
		this.runImport = runImport;
	}

	void start(UUID id) {
		this.queue.start(id, (stopping) -> run(id, stopping));
	}

	/** Whether this process runs the import, or has queued it. */
	boolean has(UUID id) {
		return this.queue.has(id);
	}

	private void run(UUID id, BooleanSupplier stopping) {
		try {
			this.runImport.run(id, stopping);
		}
		catch (RuntimeException ex) {
			// its message may name people
			log.warn("An import stopped and can be resumed from its page: {}", ex.getClass().getName());
		}
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

}
