package dev.sayso.decision.impact;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Works impacts out in the background, one after the other, so that the people at work
 * are not slowed by them.
 */
@Component
class ImpactJobs {

	private static final Logger log = LoggerFactory.getLogger(ImpactJobs.class);

	private final ImpactCalculation calculation;

	private final Impacts impacts;

	private final Set<UUID> moving = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	private final ExecutorService worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(20), (task) -> {
				Thread thread = new Thread(task, "impacts");
				thread.setDaemon(true);
				return thread;
			});

	ImpactJobs(ImpactCalculation calculation, Impacts impacts) {
		this.calculation = calculation;
		this.impacts = impacts;
	}

	void start(Impact begun) {
		this.moving.add(begun.id());
		try {
			this.worker.execute(() -> run(begun));
		}
		catch (RejectedExecutionException ex) {
			this.moving.remove(begun.id());
			this.impacts.fail(begun.id());
		}
	}

	private void run(Impact begun) {
		try {
			this.calculation.run(begun, () -> this.stopping);
		}
		catch (RuntimeException ex) {
			log.warn("An impact broke off and can be worked out again from its page: {}", ex.toString());
			this.impacts.fail(begun.id());
		}
		finally {
			this.moving.remove(begun.id());
		}
	}

	/**
	 * Whether this process is at it, or about to be.
	 */
	boolean has(UUID id) {
		return this.moving.contains(id);
	}

	/**
	 * Lets the people at hand end.
	 */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.worker.shutdown();
		this.worker.awaitTermination(10, TimeUnit.SECONDS);
	}

}
