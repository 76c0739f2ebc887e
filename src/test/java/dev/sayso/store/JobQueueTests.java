package dev.sayso.store;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.TaskRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobQueueTests {

	private final JobQueue queue = new JobQueue("jobs", 1);

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.end.countDown();
		this.queue.close();
	}

	@Test
	void aJobThatMovesIsNotStartedAgain() throws Exception {
		UUID id = UUID.randomUUID();
		AtomicInteger starts = new AtomicInteger();
		this.queue.start(id, (stopping) -> {
			starts.incrementAndGet();
			work(stopping);
		});
		await(this.begun);
		this.queue.start(id, (stopping) -> starts.incrementAndGet());
		assertThat(this.queue.has(id)).isTrue();
		this.end.countDown();
		this.queue.close();
		assertThat(starts).hasValue(1);
		assertThat(this.queue.has(id)).isFalse();
	}

	@Test
	void aJobThatBreaksOffHoldsUpNoOther() throws Exception {
		UUID id = UUID.randomUUID();
		this.queue.start(id, (stopping) -> {
			throw new IllegalStateException("somebody@posteo.example");
		});
		this.queue.start(UUID.randomUUID(), (stopping) -> this.begun.countDown());
		await(this.begun);
		assertThat(this.queue.has(id)).isFalse();
	}

	@Test
	void whatFindsNoRoomLeavesNothingBehind() throws Exception {
		this.queue.start(UUID.randomUUID(), this::work);
		await(this.begun);
		this.queue.start(UUID.randomUUID(), (stopping) -> {
		});
		UUID third = UUID.randomUUID();
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> this.queue.start(third, (stopping) -> {
		}));
		assertThat(this.queue.has(third)).isFalse();
	}

	@Test
	void aStopTellsTheJobAtHandToBreakOff() throws Exception {
		UUID id = UUID.randomUUID();
		this.queue.start(id, (stopping) -> {
			this.begun.countDown();
			while (!stopping.getAsBoolean()) {
				Thread.onSpinWait();
			}
		});
		await(this.begun);
		this.queue.close();
		assertThat(this.queue.has(id)).isFalse();
	}

	private void work(BooleanSupplier stopping) {
		this.begun.countDown();
		try {
			await(this.end);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CountDownLatch latch) throws InterruptedException {
		assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
	}

}
