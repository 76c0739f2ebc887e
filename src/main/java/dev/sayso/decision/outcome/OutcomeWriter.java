package dev.sayso.decision.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes what was recorded four times a second, many rows at once: a crash loses less
 * than a second of it, an orderly stop nothing. What the store does not take now is tried
 * again at the next turn.
 */
@Component
public class OutcomeWriter {

	private static final Logger log = LoggerFactory.getLogger(OutcomeWriter.class);

	/** How often it writes, in milliseconds. */
	private static final long TURN = 250;

	private static final int BATCH = 1_000;

	private final OutcomeRecorder recorder;

	private final OutcomeRows rows;

	private final List<StoredProposition> propositions = new ArrayList<>();

	private Map<OutcomeTally.Sum, Long> sums = Map.of();

	private boolean failing;

	OutcomeWriter(OutcomeRecorder recorder, OutcomeRows rows) {
		this.recorder = recorder;
		this.rows = rows;
	}

	/**
	 * Writes all there is; whoever calls it finds in the store what was recorded before.
	 */
	@Scheduled(initialDelay = TURN, fixedDelay = TURN)
	public synchronized void write() {
		try {
			do {
				if (this.propositions.isEmpty() && this.sums.isEmpty()) {
					this.recorder.drainTo(this.propositions, BATCH);
					this.sums = this.recorder.drainSums();
				}
				writeBatch();
			}
			while (!this.recorder.isEmpty());
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				log.warn("What came of decisions cannot be written and waits: {}", ex.getClass().getName());
			}
			this.failing = true;
		}
	}

	private void writeBatch() {
		List<StoredProposition> propositions = this.propositions.stream()
			.filter((proposition) -> !this.recorder.isOfErased(proposition))
			.toList();
		if (!propositions.isEmpty() || !this.sums.isEmpty()) {
			write(propositions);
		}
		this.recorder.written(this.propositions);
		this.propositions.clear();
		this.sums = Map.of();
	}

	private void write(List<StoredProposition> propositions) {
		try {
			this.rows.write(propositions, this.sums);
		}
		catch (DuplicateKeyException ex) {
			// the last turn wrote them, though the store could not say so any more
			log.debug("Written before: {}", ex.toString());
		}
		catch (DataIntegrityViolationException ex) {
			log.error("{} propositions are let go, since the store does not take them", propositions.size(), ex);
			this.rows.write(List.of(), this.sums);
		}
	}

	/** Waits until no batch is at hand. */
	synchronized void settle() {
		// whoever holds the monitor is done
	}

	/** Lets the batch at hand end and writes the rest. */
	@PreDestroy
	void stop() {
		write();
	}

}
