package dev.sayso.shared;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Between one thread that makes things and another that uses them, a few at a time. When
 * the one fails, so does the other; nobody is interrupted in the middle of a question to
 * the store.
 */
public final class BlockingPipe<T> {

	private static final int AHEAD = 2;

	private static final long LOOK = 50;

	private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(AHEAD);

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean stopped;

	private volatile @Nullable Throwable failed;

	/**
	 * Makes things, until there are no more or nobody wants them.
	 */
	public void fill(Consumer<Consumer<T>> maker) {
		try {
			maker.accept(this::give);
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

	private void give(T thing) {
		try {
			while (!this.ready.offer(thing, LOOK, TimeUnit.MILLISECONDS)) {
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
	 * The next one; null where there are no more.
	 * @throws IllegalStateException when making them failed
	 */
	@Nullable public T next() {
		try {
			T thing = this.ready.poll();
			while (thing == null) {
				boolean last = this.over.getCount() == 0;
				thing = this.ready.poll(last ? 0 : LOOK, TimeUnit.MILLISECONDS);
				if (thing == null && last) {
					return end();
				}
			}
			return thing;
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

	/**
	 * Wants no more, and waits until nothing more is made.
	 */
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
