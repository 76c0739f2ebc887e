package dev.sayso.contact.feed;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.ProfileId;

/**
 * Looks several times a second whether the feed has grown, whoever wrote it, and tells
 * who waits for that: one look for all of them, however many wait.
 */
@Component
class FeedWatch {

	private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);

	private static final int MOST_PEOPLE = 1000;

	/** Each holds a connection, but no thread. */
	private static final int MOST_WAITING = 1000;

	private final ChangeOrder order;

	private final SayChanges changes;

	private final ApplicationEventPublisher events;

	private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	private volatile long seen = -1;

	FeedWatch(ChangeOrder order, SayChanges changes, ApplicationEventPublisher events) {
		this.order = order;
		this.changes = changes;
		this.events = events;
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
				wake();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Changes wait: {}", ex.getClass().getSimpleName());
		}
	}

	/**
	 * Runs something once, when the feed has grown.
	 * @return whether it is kept; not where too many wait
	 */
	boolean await(Runnable then) {
		if (this.count.incrementAndGet() > MOST_WAITING) {
			this.count.decrementAndGet();
			return false;
		}
		this.waiting.add(then);
		return true;
	}

	/** No longer waits. */
	void forget(Runnable then) {
		if (this.waiting.remove(then)) {
			this.count.decrementAndGet();
		}
	}

	private void wake() {
		for (Runnable then = this.waiting.poll(); then != null; then = this.waiting.poll()) {
			this.count.decrementAndGet();
			then.run();
		}
	}

}
