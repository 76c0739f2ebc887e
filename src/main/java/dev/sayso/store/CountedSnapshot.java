package dev.sayso.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps in memory what is assembled from the store. Whatever changes it counts a row of
 * the store on, in its own transaction; each instance looks at that row at most once a
 * second and assembles anew when it was counted on, so that a change holds everywhere
 * within about a second.
 *
 * @param <S> what is kept, by many threads at once
 */
public final class CountedSnapshot<S> {

	private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

	private final JdbcClient jdbc;

	private final String table;

	private final LongFunction<S> assemble;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable State<S> state;

	private volatile long looked;

	/**
	 * @param table has one row, whose {@code number} is counted on
	 * @param assemble makes it of the store as it stands under a number
	 */
	public CountedSnapshot(JdbcClient jdbc, String table, LongFunction<S> assemble) {
		this.jdbc = jdbc;
		this.table = table;
		this.assemble = assemble;
	}

	/**
	 * @param number which state of the store it was made of
	 */
	private record State<S>(long number, S snapshot) {

	}

	/**
	 * As it stands, or as it stood a moment ago while another thread assembles it anew.
	 */
	public S now() {
		State<S> last = this.state;
		if (last != null && System.nanoTime() - this.looked < LOOK) {
			return last.snapshot();
		}
		if (last == null) {
			this.lock.lock();
		}
		else if (!this.lock.tryLock()) {
			return last.snapshot();
		}
		try {
			return look();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What may yet be undone is kept for nobody else. */
	private S look() {
		long begun = System.nanoTime();
		long number = this.jdbc.sql("select number from " + this.table).query(Long.class).single();
		State<S> last = this.state;
		if (last == null || last.number() != number) {
			last = new State<>(number, this.assemble.apply(number));
			if (Uncommitted.isPossible()) {
				return last.snapshot();
			}
			this.state = last;
		}
		this.looked = begun;
		return last.snapshot();
	}

	/** Something it is made of changes: in the transaction of the change. */
	public void count() {
		this.jdbc.sql("update " + this.table + " set number = number + 1").update();
	}

	/** A change is in the store: here it holds at once. */
	public void expire() {
		this.looked = System.nanoTime() - LOOK;
	}

}
