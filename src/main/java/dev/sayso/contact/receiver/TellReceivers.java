package dev.sayso.contact.receiver;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells receivers what they were not told yet. Each that has something to be told has a
 * thread while that lasts, so that one that is slow or away is in nobody's way.
 */
@Component
class TellReceivers implements DisposableBean {

	/** So many receivers there may be. */
	static final int MOST = 100;

	private static final Logger log = LoggerFactory.getLogger(TellReceivers.class);

	private static final int PATIENCE = 15;

	private final Receivers receivers;

	private final ProgressRows progress;

	private final TellReceiver tell;

	private final ReceiverManagement management;

	private final Clock clock;

	private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	TellReceivers(Receivers receivers, ProgressRows progress, TellReceiver tell, ReceiverManagement management,
			Clock clock) {
		this.receivers = receivers;
		this.progress = progress;
		this.tell = tell;
		this.management = management;
		this.clock = clock;
		this.threads.setThreadNamePrefix("receiver-");
		this.threads.setDaemon(true);
		this.threads.setMaxPoolSize(MOST);
		this.threads.setQueueCapacity(0);
		this.threads.setWaitForTasksToCompleteOnShutdown(true);
		this.threads.setAwaitTerminationSeconds(PATIENCE);
		this.threads.initialize();
	}

	@Scheduled(initialDelayString = "${sayso.receivers.look:500ms}", fixedDelayString = "${sayso.receivers.look:500ms}")
	void look() {
		try {
			for (Receiver receiver : this.receivers.findAllByOrderByName()) {
				if (receiver.isWebhook() && receiver.isActive() && !this.running.contains(receiver.id())
						&& this.progress.isDue(receiver)) {
					start(receiver);
				}
			}
		}
		catch (DataAccessException | TransactionException | TaskRejectedException ex) {
			log.debug("Receivers wait: {}", ex.getClass().getSimpleName());
		}
	}

	@Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		try {
			this.management.forgetOld();
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Old deliveries are forgotten later: {}", ex.getClass().getSimpleName());
		}
	}

	private void start(Receiver receiver) {
		this.running.add(receiver.id());
		try {
			this.threads.execute(() -> run(receiver));
		}
		catch (TaskRejectedException ex) {
			this.running.remove(receiver.id());
			throw ex;
		}
	}

	private void run(Receiver receiver) {
		try {
			tell(receiver);
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("A receiver waits: {}", ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			log.warn("A receiver could not be told: {}", ex.getClass().getName());
		}
		finally {
			this.running.remove(receiver.id());
		}
	}

	/** Tells a receiver what is there now, unless another instance does. */
	void tell(Receiver receiver) {
		Telling.End end = this.tell.tell(receiver, () -> this.stopping);
		boolean worn = end == Telling.End.DOWN && this.progress.find(receiver.id())
			.map(Progress::failingSince)
			.filter((since) -> since.plus(RetryPauses.PATIENCE).isBefore(this.clock.instant()))
			.isPresent();
		if (end == Telling.End.GONE || worn) {
			log.warn("A receiver is told nothing more, since it {}.",
					worn ? "failed for days" : "says that it is gone");
			this.management.disable(receiver.id());
		}
	}

	@Override
	public void destroy() {
		this.stopping = true;
		this.threads.shutdown();
	}

}
