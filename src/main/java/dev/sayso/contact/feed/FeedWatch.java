package dev.sayso.contact.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.ProfileId;

/**
 * Looks several times a second whether the feed has grown, whoever wrote it, and tells
 * who waits for that: one look for all of them, however many wait.
 */
@Component
class FeedWatch implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);

	private static final int MOST_PEOPLE = 1000;

	/** Each holds a connection, but no thread. */
	private static final int MOST_WAITING = 1000;

	private final ChangeOrder order;

	private final SayChanges changes;

	private final ApplicationEventPublisher events;

	/** A thread of their own: the one that numbers changes waits for no reader. */
	private final ThreadPoolTaskExecutor readers = new ThreadPoolTaskExecutor();

	private final Queue<LongConsumer> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	private volatile long seen = -1;

	FeedWatch(ChangeOrder order, SayChanges changes, ApplicationEventPublisher events) {
		this.order = order;
		this.changes = changes;
		this.events = events;
		this.readers.setThreadNamePrefix("feed-readers-");
		this.readers.setDaemon(true);
		this.readers.initialize();
	}

	@Scheduled(initialDelayString = "${sayso.feed.look:250ms}", fixedDelayString = "${sayso.feed.look:250ms}")
	void look() {
		try {
			this.order.catchUp();
			long last = this.changes.last();
			long before = this.seen;
			this.seen = last;
			if (before >= 0 && last > before) {
				List<ProfileId> people = this.changes.people(before, MOST_PEOPLE);
				this.events.publishEvent(new ChangesSeen(people, people.size() == MOST_PEOPLE));
				this.readers.execute(() -> wake(last));
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Changes wait: {}", ex.getClass().getSimpleName());
		}
	}

	/**
	 * Tells somebody once, when the feed has grown, how far it reaches.
	 * @return whether they are kept; not where too many wait
	 */
	boolean await(LongConsumer reader) {
		if (this.count.incrementAndGet() > MOST_WAITING) {
			this.count.decrementAndGet();
			return false;
		}
		this.waiting.add(reader);
		return true;
	}

	/** No longer waits. */
	void forget(LongConsumer reader) {
		if (this.waiting.remove(reader)) {
			this.count.decrementAndGet();
		}
	}

	/** Those who wait by now: whoever finds nothing for themself waits anew. */
	private void wake(long last) {
		List<LongConsumer> woken = new ArrayList<>();
		for (LongConsumer reader = this.waiting.poll(); reader != null; reader = this.waiting.poll()) {
			this.count.decrementAndGet();
			woken.add(reader);
		}
		woken.forEach((reader) -> reader.accept(last));
	}

	@Override
	public void destroy() {
		this.readers.shutdown();
	}

}
