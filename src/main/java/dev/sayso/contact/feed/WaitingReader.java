package dev.sayso.contact.feed;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * A reader of the feed who waits until it tells something that they ask for. Whatever it
 * tells besides is passed, so that nobody reads it twice.
 */
final class WaitingReader {

	private final FeedWatch watch;

	private final LongFunction<ChangesApi.Page> read;

	private final DeferredResult<ChangesApi.Page> answer;

	private final LongConsumer grown = this::grown;

	private volatile long place;

	/**
	 * @param place behind which there was nothing yet
	 * @param read what is behind a place
	 */
	WaitingReader(FeedWatch watch, Duration longest, long place, LongFunction<ChangesApi.Page> read) {
		this.watch = watch;
		this.read = read;
		this.place = place;
		this.answer = new DeferredResult<>(longest.toMillis(), this::nothing);
	}

	/** Looks once more when it waits: something may have come in between. */
	DeferredResult<ChangesApi.Page> begin() {
		this.answer.onCompletion(() -> this.watch.forget(this.grown));
		await();
		look(this.place);
		return this.answer;
	}

	private void await() {
		if (!this.watch.await(this.grown)) {
			this.answer.setResult(nothing());
		}
	}

	/**
	 * @param last how far the feed reached before this is asked
	 */
	private void grown(long last) {
		try {
			look(last);
			if (!this.answer.isSetOrExpired()) {
				await();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			this.answer.setErrorResult(ex);
		}
	}

	private synchronized void look(long last) {
		if (this.answer.isSetOrExpired()) {
			return;
		}
		ChangesApi.Page page = this.read.apply(this.place);
		if (!page.items().isEmpty()) {
			this.answer.setResult(page);
		}
		else if (last > this.place) {
			this.place = last;
		}
	}

	private ChangesApi.Page nothing() {
		return ChangesApi.Page.none(this.place);
	}

}
