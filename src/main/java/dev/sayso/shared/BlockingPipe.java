package dev.sayso.shared;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Hands items from a thread that produces them to one that uses them, a few at a time.
 * When one of the two fails, so does the other; neither is interrupted in the middle of a
 * query.
 */
public final class BlockingPipe<T> {

	private static final int AHEAD = 2;

	private static final long LOOK = 50;

	private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(AHEAD);

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean stopped;

	private volatile @Nullable Throwable failed;

	/** Produces items, until there are no more or nobody wants them. */
	public void fill(Consumer<Consumer<T>> producer) {
		try {
			producer.accept(this::put);
		}
		catch (CancellationException ex) {
			// nobody wants more
		}
		catch (RuntimeException | Error ex) {
			this.failed = ex;
		}
		finally {
			this.over.countDown();
		}
	}

	private void put(T item) {
		try {
			while (!this.ready.offer(item, LOOK, TimeUnit.MILLISECONDS)) {
				if (this.stopped) {
					throw new CancellationException();
				}
			}
			if (this.stopped) {
				throw new CancellationException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	/**
	 * The next item; null where there are no more.
	 * @throws IllegalStateException when producing them failed
	 */
	@Nullable public T next() {
		try {
			T item = this.ready.poll();
			while (item == null) {
				boolean last = this.over.getCount() == 0;
				item = this.ready.poll(last ? 0 : LOOK, TimeUnit.MILLISECONDS);
				if (item == null && last) {
					return end();
				}
			}
			return item;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	private @Nullable T end() {
		Throwable cause = this.failed;
		if (cause != null) {
			throw new IllegalStateException("reading ahead failed", cause);
		}
		return null;
	}

	/** Wants no more, and waits until nothing more is produced. */
	public void stop() {
		this.stopped = true;
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
