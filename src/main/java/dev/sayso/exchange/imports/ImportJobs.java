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
 * Runs imports in the background, one after the other, so that the people at work are not
 * slowed by them.
 */
@Component
class ImportJobs {

	private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

	private final RunImport act;

	private final Set<UUID> moving = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	private final ExecutorService worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(50), (task) -> {
				Thread thread = new Thread(task, "imports");
				thread.setDaemon(true);
				return thread;
			}, new ThreadPoolExecutor.AbortPolicy());

	ImportJobs(RunImport act) {
		this.act = act;
	}

	/**
	 * Starts or queues an import whose state says that it moves.
	 */
	void start(UUID id) {
		if (this.moving.add(id)) {
			this.worker.execute(() -> run(id));
		}
	}

	/**
	 * Whether this process is at it, or about to be.
	 */
	boolean has(UUID id) {
		return this.moving.contains(id);
	}

	/**
	 * Lets the rows at hand end.
	 */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.worker.shutdown();
		this.worker.awaitTermination(10, TimeUnit.SECONDS);
	}

	private void run(UUID id) {
		try {
			this.act.run(id, () -> this.stopping);
		}
		catch (RuntimeException ex) {
			log.warn("An import stopped and can be resumed from its page: {}", ex.toString());
		}
		finally {
			this.moving.remove(id);
		}
	}

}
