package dev.sayso.store;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Works jobs off in the background, one after the other, so that the people at work are
 * not slowed by them.
 */
public final class JobQueue implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(JobQueue.class);

	/** How long a stop waits for the job at hand to break off, in seconds. */
	private static final int PATIENCE = 10;

	private final ThreadPoolTaskExecutor worker = new ThreadPoolTaskExecutor();

	private final Set<UUID> moving = ConcurrentHashMap.newKeySet();

	private final String name;

	private volatile boolean stopping;

	public JobQueue(String name, int most) {
		this.name = name;
		this.worker.setThreadNamePrefix(name + "-");
		this.worker.setDaemon(true);
		this.worker.setMaxPoolSize(1);
		this.worker.setQueueCapacity(most);
		this.worker.setWaitForTasksToCompleteOnShutdown(true);
		this.worker.setAwaitTerminationSeconds(PATIENCE);
		this.worker.initialize();
	}

	/**
	 * Starts a job or queues it; one that moves already is left alone. What breaks off is
	 * logged without its message, which may name people.
	 * @param work is told when it has to break off
	 * @throws TaskRejectedException when too many wait
	 */
	public void start(UUID id, Consumer<BooleanSupplier> work) {
		if (!this.moving.add(id)) {
			return;
		}
		try {
			this.worker.execute(() -> run(id, work));
		}
		catch (TaskRejectedException ex) {
			this.moving.remove(id);
			throw ex;
		}
	}

	/**
	 * Tells other instances that what waits its turn here is not broken off; what is at
	 * work, and locked, tells it itself. Where the store is away, they wait for the next
	 * time.
	 * @param beat notes in the store that a job is alive
	 */
	public void beat(Consumer<UUID> beat) {
		Set.copyOf(this.moving).forEach((id) -> {
			try {
				beat.accept(id);
			}
			catch (DataAccessException ex) {
				log.debug("A heartbeat was left out: {}", ex.getClass().getSimpleName());
			}
		});
	}

	/** Whether a job runs here, or waits to. */
	public boolean has(UUID id) {
		return this.moving.contains(id);
	}

	private void run(UUID id, Consumer<BooleanSupplier> work) {
		try {
			work.accept(() -> this.stopping);
		}
		catch (RuntimeException ex) {
			log.warn("One of the {} broke off and can be taken up from its page: {}", this.name,
					ex.getClass().getName());
		}
		finally {
			this.moving.remove(id);
		}
	}

	@Override
	public void close() {
		this.stopping = true;
		this.worker.shutdown();
	}

}
