package dev.sayso.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.exchange.Exports.State;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.JobQueue;

/**
 * Makes the files of exports in the background, one after the other, and keeps them for
 * download until their time is over, somebody deletes one, or anybody is erased, who may
 * be in any of them.
 */
@Component
class KeptExports {

	/** So much is written before it is asked whether to go on, in bytes. */
	private static final int PIECE = 64 * 1024;

	private final JobQueue queue = new JobQueue("exports", 50);

	private final Exports exports;

	private final KeptFiles files;

	private final ProfileExport export;

	private final TransactionTemplate transaction;

	private final DiskSpace disk;

	private final Clock clock;

	private final Duration time;

	private final AtomicLong erasures = new AtomicLong();

	KeptExports(Exports exports, KeptFiles files, ProfileExport export, TransactionTemplate transaction, DiskSpace disk,
			Clock clock, @Value("${sayso.export.kept:7d}") Duration time) {
		this.exports = exports;
		this.files = files;
		this.export = export;
		this.transaction = transaction;
		this.disk = disk;
		this.clock = clock;
		this.time = time;
	}

	/** Begins to make the file of an export that was begun. */
	void start(UUID id, ExportRequest request, Actor by) {
		// here, where the request tells the address that they carry
		Function<ProfileId, @Nullable String> links = this.export.links(request, by);
		this.exports.make(id, this.clock.instant());
		try {
			this.queue.start(id, (stopping) -> make(id, request, by, links, stopping));
		}
		catch (TaskRejectedException ex) {
			this.exports.end(id, State.FAILED);
		}
	}

	/** Whether this process makes the file, or has queued it. */
	boolean has(UUID id) {
		return this.queue.has(id);
	}

	private void make(UUID id, ExportRequest request, Actor by, Function<ProfileId, @Nullable String> links,
			BooleanSupplier stopping) {
		long before = this.erasures.get();
		boolean kept = false;
		try {
			ProfileExport.Progress made;
			try (OutputStream out = whileNot(
					() -> stopping.getAsBoolean() || this.erasures.get() != before || this.disk.isLow(),
					this.files.begin(id))) {
				made = this.export.fill(id, request, links, out);
			}
			this.files.finish(id);
			kept = Boolean.TRUE.equals(this.transaction.execute((status) -> keep(id, request, by, made)));
		}
		catch (IOException | RuntimeException ex) {
			if (!stopping.getAsBoolean()) {
				this.exports.end(id, (this.erasures.get() != before) ? State.ERASED : State.FAILED);
			}
		}
		finally {
			if (!kept) {
				this.files.delete(id);
			}
		}
	}

	/** Keeps a file that is whole and tells of it: both or neither. */
	private boolean keep(UUID id, ExportRequest request, Actor by, ProfileExport.Progress made) {
		boolean kept = this.exports.keep(id, made.people(), made.leftOut(), this.clock.instant().plus(this.time));
		if (kept) {
			this.export.tell(id, request, by, made.people());
		}
		return kept;
	}

	private static OutputStream whileNot(BooleanSupplier over, OutputStream out) {
		return new BufferedOutputStream(new FilterOutputStream(out) {

			@Override
			public void write(byte[] bytes, int from, int length) throws IOException {
				if (over.getAsBoolean()) {
					throw new IOException("an export is broken off");
				}
				this.out.write(bytes, from, length);
			}

		}, PIECE);
	}

	/** Deletes a file at once; what is being made is not kept then. */
	void delete(UUID id) {
		this.exports.end(id, State.DELETED);
		this.files.delete(id);
	}

	/**
	 * Deletes all files, and keeps none that is being made. Other instances delete theirs
	 * at their next look; none hands one out until then.
	 */
	void forgetAll() {
		this.exports.endAll(State.ERASED);
		this.erasures.incrementAndGet();
		this.files.all().stream().filter((id) -> !has(id)).forEach(this.files::delete);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void beat() {
		this.queue.beat((id) -> this.exports.beat(id, this.clock.instant()));
	}

	/** Deletes what is over, and what a process that ended left unfinished. */
	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void cleanUp() {
		this.exports.endOver(this.clock.instant());
		this.files.all()
			.stream()
			.filter((id) -> !has(id)
					&& this.exports.find(id).filter((export) -> export.isOngoing(this.clock.instant())).isEmpty())
			.forEach(this.files::delete);
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

}
