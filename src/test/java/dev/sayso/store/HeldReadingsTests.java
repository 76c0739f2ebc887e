package dev.sayso.store;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds until when something that was read counts.
 */
class HeldReadingsTests {

	private final AtomicInteger readings = new AtomicInteger();

	@BeforeEach
	void begin() {
		HeldReadings.begin(true);
	}

	@AfterEach
	void end() {
		HeldReadings.end();
	}

	@Test
	void somethingIsReadOnceUntilItIsChanged() {
		assertThat(read()).isEqualTo(1);
		assertThat(read()).isEqualTo(1);
		HeldReadings.changed();
		assertThat(read()).isEqualTo(2);
	}

	@Test
	void whatIsChangedByWorkThatReadsItNoMoreIsReadAgainAfterIt() {
		assertThat(read()).isEqualTo(1);
		HeldReadings.during(() -> {
			assertThat(read()).isEqualTo(2);
			HeldReadings.changed();
			assertThat(read()).isEqualTo(2);
		});
		assertThat(read()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ TransactionSynchronization.STATUS_COMMITTED + ", 2",
			TransactionSynchronization.STATUS_ROLLED_BACK + ", 3", TransactionSynchronization.STATUS_UNKNOWN + ", 3" })
	void whatATransactionReadOfItsOwnChangesCountsNoLongerThanThey(int status, int after) {
		TransactionSynchronizationManager.initSynchronization();
		try {
			assertThat(read()).isEqualTo(1);
			HeldReadings.changed();
			assertThat(read()).isEqualTo(2);
			TransactionSynchronizationUtils
				.invokeAfterCompletion(TransactionSynchronizationManager.getSynchronizations(), status);
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
		assertThat(read()).isEqualTo(after);
	}

	private int read() {
		return HeldReadings.get(this, this.readings::incrementAndGet);
	}

}
