package dev.sayso.decision.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.decision.DecisionReason;
import dev.sayso.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was recorded comes into the store once, whatever the store does meanwhile.
 */
@ProductTest
class OutcomeWriterTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

	@Autowired
	DecisionSettings settings;

	@Autowired
	OutcomeRows rows;

	@Autowired
	JdbcTemplate template;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	OutcomeRecorder recorded;

	/** A store that does not always do what it is asked. */
	private final class Moody extends OutcomeRows {

		private final List<RuntimeException> moods = new ArrayList<>();

		private boolean writesFirst;

		private Moody() {
			super(OutcomeWriterTests.this.template, OutcomeWriterTests.this.settings);
		}

		@Override
		public void write(List<StoredProposition> propositions, Map<OutcomeTally.Sum, Long> sums) {
			if (this.writesFirst || this.moods.isEmpty()) {
				OutcomeWriterTests.this.rows.write(propositions, sums);
			}
			if (!this.moods.isEmpty()) {
				throw this.moods.remove(0);
			}
		}

	}

	@BeforeEach
	void begin() {
		this.recorded = new OutcomeRecorder(this.settings);
	}

	@Test
	void whatTheStoreDoesNotTakeNowComesLater() {
		Moody store = new Moody();
		store.moods.add(new DataAccessResourceFailureException("gone"));
		store.moods.add(new DataAccessResourceFailureException("still gone"));
		OutcomeWriter writer = new OutcomeWriter(this.recorded, store);
		for (int turn = 0; turn < 3; turn++) {
			this.recorded.add(kept(), DAY);
			writer.write();
		}
		writer.write();
		assertThat(propositions()).isEqualTo(3);
		assertThat(sums()).isEqualTo(Map.of("a", 3L, "b", 3L));
	}

	@Test
	void whatTheStoreTookWithoutSayingSoIsNotWrittenTwice() {
		Moody store = new Moody();
		store.moods.add(new DataAccessResourceFailureException("gone after the commit"));
		store.writesFirst = true;
		OutcomeWriter writer = new OutcomeWriter(this.recorded, store);
		this.recorded.add(kept(), DAY);
		writer.write();
		this.recorded.add(kept(), DAY);
		writer.write();
		writer.write();
		assertThat(propositions()).isEqualTo(2);
		assertThat(sums()).isEqualTo(Map.of("a", 2L, "b", 2L));
	}

	@Test
	void whatTheStoreNeverTakesKeepsNothingElseBack() {
		Moody store = new Moody();
		store.moods.add(new DataIntegrityViolationException("too long"));
		OutcomeWriter writer = new OutcomeWriter(this.recorded, store);
		this.recorded.add(kept(), DAY);
		writer.write();
		this.recorded.add(kept(), DAY);
		writer.write();
		assertThat(propositions()).isEqualTo(1);
		assertThat(sums()).isEqualTo(Map.of("a", 2L, "b", 2L));
	}

	@Test
	void withoutRoomThePropositionsAreLetGoAndTheSumsStay() {
		StoredProposition last = kept();
		for (int many = 0; many < OutcomeRecorder.ROOM; many++) {
			this.recorded.add(kept(), DAY);
		}
		this.recorded.add(last, DAY);
		assertThat(this.recorded.waiting(last.id())).isEmpty();
		new OutcomeWriter(this.recorded, this.rows).write();
		assertThat(propositions()).isEqualTo(OutcomeRecorder.ROOM);
		assertThat(sums()).isEqualTo(Map.of("a", OutcomeRecorder.ROOM + 1L, "b", OutcomeRecorder.ROOM + 1L));
	}

	private static StoredProposition kept() {
		return new StoredProposition(Ids.next(), Instant.parse("2026-11-22T12:00:00Z"), new UUID(7, 7), 1, "web", null,
				DecisionReason.PICKED, List.of("a", "b"), "fr");
	}

	private int propositions() {
		return this.jdbc.sql("select count(*) from proposition").query(Integer.class).single();
	}

	private Map<String, Long> sums() {
		Map<String, Long> sums = new TreeMap<>();
		this.jdbc.sql("select offer, sum(taken) from outcome_count group by offer").query((row) -> {
			sums.put(row.getString(1), row.getLong(2));
		});
		return sums;
	}

}
