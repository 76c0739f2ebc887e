package dev.sayso.exchange.imports;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Runs imports in the background, one after the other, so that they do not slow down the
 * console.
 */
@Component
class ImportJobs {

	private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

	private final RunImport runImport;

	private final Set<UUID> moving = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	private final ExecutorService worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(50), (task) -> {
				Thread thread = new Thread(task, "imports");
				thread.setDaemon(true);
				return thread;
			}, new ThreadPoolExecutor.AbortPolicy());

	ImportJobs(RunImport runImport) {
		this.runImport = runImport;
	}

	/**
	 * Starts or queues an import whose state is moving.
	 */
	void start(UUID id) {
		if (this.moving.add(id)) {
			this.worker.execute(() -> run(id));
		}
	}

	/**
	 * Whether this process runs the import, or has queued it.
	 */
	boolean has(UUID id) {
		return this.moving.contains(id);
	}

	/**
	 * Waits for the current batch to end.
	 */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.worker.shutdown();
		this.worker.awaitTermination(10, TimeUnit.SECONDS);
	}

	private void run(UUID id) {
		try {
			this.runImport.run(id, () -> this.stopping);
		}
		catch (RuntimeException ex) {
			// its message may name people
			log.warn("An import stopped and can be resumed from its page: {}", ex.getClass().getName());
		}
		finally {
			this.moving.remove(id);
		}
	}

}
