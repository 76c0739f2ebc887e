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

	private final LiveSnapshotAssembler assemble;

	private final JdbcClient jdbc;

	private final ReentrantLock looking = new ReentrantLock();

	private volatile @Nullable LiveSnapshot live;

	private volatile long looked;

	LiveCatalogue(LiveSnapshotAssembler assemble, JdbcClient jdbc) {
		this.assemble = assemble;
		this.jdbc = jdbc;
	}

	/**
	 * What holds now.
	 */
	public LiveSnapshot now() {
		LiveSnapshot known = this.live;
		if (known != null && System.nanoTime() - this.looked < LOOK) {
			return known;
		}
		if (known == null) {
			this.looking.lock();
		}
		else if (!this.looking.tryLock()) {
			return known;
		}
		try {
			return look();
		}
		finally {
			this.looking.unlock();
		}
	}

	private LiveSnapshot look() {
		long number = this.jdbc.sql("select number from live_catalogue").query(Long.class).single();
		LiveSnapshot known = this.live;
		LiveSnapshot current = (known != null && known.number() == number) ? known : this.assemble.everything(number);
		this.live = current;
		this.looked = System.nanoTime();
		return current;
	}

	@EventListener({ CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class })
	void changed() {
		this.jdbc.sql("update live_catalogue set number = number + 1").update();
	}

	/**
	 * Here a change holds as soon as it is in the store.
	 */
	@TransactionalEventListener(classes = { CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class },
			fallbackExecution = true)
	void stands() {
		this.looked = System.nanoTime() - LOOK;
	}

}
