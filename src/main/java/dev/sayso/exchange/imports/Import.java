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

/**
 * A file of people on its way in: brought, matched, tried, taken in.
 *
 * @param readTo the line up to which rows are in, so that what was interrupted goes on
 * there
 * @param beatAt when the run last gave a sign of life
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

	/** Where an import stands. */
	enum State {

		BROUGHT, TRYING, TRIED, RUNNING, DONE, FAILED;

		boolean isMoving() {
			return this == TRYING || this == RUNNING;
		}

	}

	static Import bring(UUID id, ImportFile file, FileLayout layout, ImportPlan plan, Instant now, String by) {
		return new Import(id, null, file, layout, plan, State.BROUGHT, ImportTally.NONE, 0, 0, now, by, null, null,
				null, null, null);
	}

	/**
	 * Begins the dry run with these columns.
	 */
	Import tryOut(FileLayout layout, ImportPlan plan, Instant now, String by) {
		require(!this.state.isMoving() && this.state != State.DONE && this.tallyIsFree());
		return new Import(this.id, this.version, this.file, layout, plan, State.TRYING, ImportTally.NONE, 0, 0,
				this.createdAt, this.createdBy, now, by, now, null, null);
	}

	/**
	 * Begins to take people in.
	 */
	Import start(Instant now, String by) {
		require(this.state == State.TRIED);
		return new Import(this.id, this.version, this.file, this.layout, this.plan, State.RUNNING, ImportTally.NONE, 0,
				0, this.createdAt, this.createdBy, now, by, now, null, null);
	}

	/**
	 * Goes on where it was interrupted.
	 */
	Import resume(Instant now) {
		require(isInterrupted(now));
		return new Import(this.id, this.version, this.file, this.layout, this.plan,
				(this.state == State.FAILED) ? State.RUNNING : this.state, this.tally, this.readTo, this.bytesRead,
				this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, null, null);
	}

	/**
	 * Some rows further.
	 */
	Import advance(ImportTally tally, long readTo, long bytesRead, Instant now) {
		return new Import(this.id, this.version, this.file, this.layout, this.plan, this.state, tally, readTo,
				bytesRead, this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, null, null);
	}

	Import finish(Instant now) {
		State end = (this.state == State.TRYING) ? State.TRIED : State.DONE;
		return new Import(this.id, this.version, this.file, this.layout, this.plan, end, this.tally, this.readTo,
				this.file.fileSize(), this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, now, null);
	}

	Import fail(String code, Instant now) {
		return new Import(this.id, this.version, this.file, this.layout, this.plan, State.FAILED, this.tally,
				this.readTo, this.bytesRead, this.createdAt, this.createdBy, this.startedAt, this.startedBy, now, now,
				code);
	}

	/**
	 * Whether a run gave no sign of life for so long that it has ended with its process.
	 */
	boolean isInterrupted(Instant now) {
		return this.state.isMoving() && this.beatAt != null && this.beatAt.plus(SILENCE).isBefore(now);
	}

	/**
	 * How far the run is, of 100.
	 */
	public int percent() {
		return (int) Math.min(100, this.bytesRead * 100 / Math.max(1, this.file.fileSize()));
	}

	/**
	 * How the ledger and the histories name where something came from.
	 */
	String source() {
		return "Import “" + this.file.name() + "”";
	}

	private boolean tallyIsFree() {
		return this.state != State.FAILED || this.readTo == 0;
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new ImportStateException();
		}
	}

}
