package dev.sayso.consent;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerProof;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class LedgerReplayTests {

	private static final int WRITERS = 16;

	@Autowired
	RecordSay record;

	@Autowired
	Ledger ledger;

	@Autowired
	JdbcClient store;

	@Autowired
	People people;

	@Test
	void replayingTheLedgerGivesTheCurrentConsentsWhoeverWroteAtOnce() throws Exception {
		List<ProfileId> crowd = Stream.generate(this.people::somebody).limit(4).toList();
		int written = atOnce((writer) -> {
			Random random = new Random(writer);
			Spoken spoken = new Spoken(random);
			int entries = 0;
			for (int turn = 0; turn < 40; turn++) {
				entries += said(crowd.get(random.nextInt(crowd.size())), spoken.next(Instant.now().minusSeconds(10)));
			}
			return entries;
		});
		assertThat(crowd.stream().mapToInt(this.ledger::count).sum()).isEqualTo(written).isPositive();
		LedgerProof.holds(this.store);
	}

	@Test
	void noChangeIsLostBetweenWritersOfOnePerson() throws Exception {
		ProfileId somebody = this.people.somebody();
		int written = atOnce((writer) -> {
			int entries = 0;
			for (int turn = 0; turn < 40; turn++) {
				Choice choice = ((writer + turn) % 2 == 0) ? Choice.NO : Choice.YES;
				entries += said(somebody, Declaration.byOperator(People.OPERATOR,
						List.of(Statement.of(Purpose.MARKETING_EMAIL, choice)), Evidence.NONE));
			}
			return entries;
		});
		List<LedgerEntry> newestFirst = this.ledger.list(somebody, null, 1000);
		assertThat(newestFirst).hasSize(written);
		for (int i = 1; i < newestFirst.size(); i++) {
			assertThat(newestFirst.get(i - 1).before()).isEqualTo(newestFirst.get(i).after());
		}
		LedgerProof.holds(this.store);
	}

	private int said(ProfileId profile, Declaration declaration) {
		try {
			return this.record.record(profile, declaration).size();
		}
		catch (OwnRefusalException ex) {
			return 0;
		}
	}

	private static int atOnce(Writer writer) throws Exception {
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		try {
			List<Callable<Integer>> all = IntStream.range(0, WRITERS)
				.<Callable<Integer>>mapToObj((number) -> () -> writer.write(number))
				.toList();
			int entries = 0;
			for (Future<Integer> done : writers.invokeAll(all)) {
				entries += done.get();
			}
			return entries;
		}
		finally {
			writers.shutdownNow();
		}
	}

	/** One of those that write at the same time. */
	private interface Writer {

		/**
		 * Writes, and tells how many entries it got into the ledger.
		 */
		int write(int number) throws Exception;

	}

}
