package dev.sayso.exchange.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * An import of a file of people: uploaded, matched, tried, run.
 *
 * @param readTo the line up to which rows are imported, where an interrupted run resumes
 * @param beatAt the last heartbeat of the run
 * @param failure message key of why the run stopped
 */
@Table("file_import")
public record Import(@Id UUID id, @Version @Nullable Integer version,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) ImportFile file,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) FileLayout layout,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) ImportPlan plan, State state,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) ImportTally tally, long readTo, long bytesRead, Instant createdAt,
		String createdBy, @Nullable Instant startedAt, @Nullable String startedBy, @Nullable Instant beatAt,
		@Nullable Instant finishedAt, @Nullable String failure) {

	private static final Duration SILENCE = Duration.ofSeconds(15);

	enum State {

		BROUGHT, TRYING, TRIED,

		/** The dry run came to no end. */
		TRY_FAILED,

		RUNNING, DONE, FAILED;

		boolean isMoving() {
			return this == TRYING || this == RUNNING;
		}

	}

	static Import create(UUID id, ImportFile file, FileLayout layout, ImportPlan plan, Instant now, String by) {
		return new Import(id, null, file, layout, plan, State.BROUGHT, ImportTally.NONE, 0, 0, now, by, null, null,
				null, null, null);
	}

	Import tryOut(FileLayout layout, ImportPlan plan, Instant now, String by) {
		require(isIdle());
		return begin(State.TRYING, layout, plan, now, by);
	}

	Import start(Instant now, String by) {
		require(this.state == State.TRIED);
		return begin(State.RUNNING, this.layout, this.plan, now, by);
	}

	private Import begin(State state, FileLayout layout, ImportPlan plan, Instant now, String by) {
		return new Import(this.id, this.version, this.file, layout, plan, state, ImportTally.NONE, 0, 0, this.createdAt,
				this.createdBy, now, by, now, null, null);
	}

	Import resume(Instant now) {
		require(isInterrupted(now));
		return advance(this.tally, this.readTo, this.bytesRead, now);
	}

	Import advance(ImportTally tally, long readTo, long bytesRead, Instant now) {
		return new Import(this.id, this.version, this.file, this.layout, this.plan, this.state, tally, readTo,
				bytesRead, this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, null, null);
	}

	Import finish(Instant now) {
		return end((this.state == State.TRYING) ? State.TRIED : State.DONE, this.file.fileSize(), now, null);
	}

	Import fail(String code, Instant now) {
		boolean dry = this.state == State.TRYING || this.state == State.TRY_FAILED;
		return end(dry ? State.TRY_FAILED : State.FAILED, this.bytesRead, now, code);
	}

	private Import end(State state, long bytesRead, Instant now, @Nullable String failure) {
		return new Import(this.id, this.version, this.file, this.layout, this.plan, state, this.tally, this.readTo,
				bytesRead, this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, now, failure);
	}

	/**
	 * Whether it stands still and changed nobody, so that it may be tried or discarded.
	 */
	boolean isIdle() {
		return !this.state.isMoving() && this.state != State.DONE && (this.state != State.FAILED || this.readTo == 0);
	}

	/** Whether the heartbeat stopped, because the process of the run ended. */
	boolean isInterrupted(Instant now) {
		return this.state.isMoving() && this.beatAt != null && this.beatAt.plus(SILENCE).isBefore(now);
	}

	public int percent() {
		return (int) Math.min(100, this.bytesRead * 100 / Math.max(1, this.file.fileSize()));
	}

	Actor actor() {
		return new Actor(Actor.Kind.ACCOUNT, null, (this.startedBy != null) ? this.startedBy : "");
	}

	String source() {
		return "Import “" + this.file.name() + "”";
	}

	private static void require(boolean allowed) {
		if (!allowed) {
			throw new StaleEditException("import");
		}
	}

}
