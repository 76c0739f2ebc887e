package dev.sayso.decision;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.audience.AudienceChanged;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.AttributesChanged;

/**
 * Keeps in memory what decisions are taken by. Whatever changes it counts a row of the
 * store on, in its own transaction; each instance looks at that row at most once a second
 * and assembles anew when it was counted on, so that a change holds everywhere within
 * about a second.
 */
@Component
public class LiveCatalogue {

	private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

	private final LiveSnapshotAssembler assembler;

	private final JdbcClient jdbc;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable LiveSnapshot snapshot;

	private volatile long looked;

	LiveCatalogue(LiveSnapshotAssembler assembler, JdbcClient jdbc) {
		this.assembler = assembler;
		this.jdbc = jdbc;
	}

	public LiveSnapshot now() {
		LiveSnapshot last = this.snapshot;
		if (last != null && System.nanoTime() - this.looked < LOOK) {
			return last;
		}
		if (last == null) {
			this.lock.lock();
		}
		else if (!this.lock.tryLock()) {
			return last;
		}
		try {
			return look();
		}
		finally {
			this.lock.unlock();
		}
	}

	private LiveSnapshot look() {
		long number = this.jdbc.sql("select number from live_catalogue").query(Long.class).single();
		LiveSnapshot last = this.snapshot;
		LiveSnapshot current = (last != null && last.number() == number) ? last : this.assembler.everything(number);
		this.snapshot = current;
		this.looked = System.nanoTime();
		return current;
	}

	@EventListener({ CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class })
	void changed() {
		this.jdbc.sql("update live_catalogue set number = number + 1").update();
	}

	/** Here a change holds as soon as it is in the store. */
	@TransactionalEventListener(classes = { CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class },
			fallbackExecution = true)
	void stands() {
		this.looked = System.nanoTime() - LOOK;
	}

}
