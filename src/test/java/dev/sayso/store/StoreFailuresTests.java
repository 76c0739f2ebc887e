package dev.sayso.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tells a store that is out of order from people who stand in each other's way: only the
 * first may refuse everybody.
 */
class StoreFailuresTests {

	private final DiskSpace disk = new DiskSpace(() -> Long.MAX_VALUE,
			new DiskSpace.Limits(DataSize.ofMegabytes(2), DataSize.ofMegabytes(1)));

	private final HikariDataSource store = new HikariDataSource();

	@BeforeEach
	void open() throws SQLException {
		this.store.setJdbcUrl("jdbc:h2:mem:failures;LOCK_TIMEOUT=1000;WRITE_DELAY=0");
		this.store.setMaximumPoolSize(3);
		this.store.setMinimumIdle(0);
		this.store.setExceptionOverride(new StoreFailures(this.store,
				new StaticListableBeanFactory(Map.of("disk", this.disk)).getBeanProvider(DiskSpace.class)));
		try (Connection first = this.store.getConnection()) {
			execute(first, "create table person (id int primary key, name varchar(9) unique)");
			execute(first, "insert into person values (1, 'Ada'), (2, 'Bo')");
		}
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void twoTransactionsThatWaitForEachOtherAreNoFailure() throws SQLException {
		try (Connection one = begin(); Connection other = begin()) {
			execute(one, "update person set name = 'Cy' where id = 1");
			execute(other, "update person set name = 'Di' where id = 2");
			CompletableFuture<SQLException> waiting = CompletableFuture
				.supplyAsync(() -> refusal(one, "update person set name = 'Cy' where id = 2"));
			SQLException refused = refusal(other, "update person set name = 'Di' where id = 1");
			other.rollback();
			assertThat(Stream.of(refused, waiting.join()).filter(Objects::nonNull))
				.anyMatch((each) -> each.getErrorCode() == ErrorCode.DEADLOCK_1)
				.noneMatch(StoreFailures::isFailure);
			one.rollback();
		}
		assertThat(this.disk.isLow()).isFalse();
		assertThat(this.store.getHikariPoolMXBean().getTotalConnections()).isEqualTo(2);
	}

	@Test
	void aLockThatIsNotGivenInTimeIsNoFailure() throws SQLException {
		try (Connection one = begin(); Connection other = begin()) {
			execute(one, "update person set name = 'Cy' where id = 1");
			assertThatObject(refusal(other, "update person set name = 'Di' where id = 1"))
				.returns(ErrorCode.LOCK_TIMEOUT_1, SQLException::getErrorCode)
				.matches((ex) -> !StoreFailures.isFailure(ex));
			one.rollback();
			other.rollback();
		}
		assertThat(this.disk.isLow()).isFalse();
	}

	@Test
	void aNameThatIsTakenIsNoFailure() throws SQLException {
		try (Connection one = this.store.getConnection()) {
			assertThatObject(refusal(one, "insert into person values (3, 'Ada')")).isNotNull();
		}
		assertThat(this.disk.isLow()).isFalse();
	}

	@Test
	void aStoreThatIsClosedUnderItsConnectionsIsAway() throws SQLException {
		Connection other = this.store.getConnection();
		try (Connection one = this.store.getConnection()) {
			execute(one, "shutdown immediately");
		}
		catch (SQLException ex) {
			// what closes the store closes the connection with it
		}
		assertThatObject(refusal(other, "select * from person")).matches(StoreOutage::isOutage);
	}

	@ParameterizedTest
	@CsvSource({ DataUtils.ERROR_READING_FAILED + ", true", DataUtils.ERROR_WRITING_FAILED + ", true",
			DataUtils.ERROR_INTERNAL + ", true", DataUtils.ERROR_CLOSED + ", true",
			DataUtils.ERROR_FILE_CORRUPT + ", true", DataUtils.ERROR_CHUNK_NOT_FOUND + ", true",
			DataUtils.ERROR_TRANSACTION_LOCKED + ", false", DataUtils.ERROR_TOO_MANY_OPEN_TRANSACTIONS + ", false",
			DataUtils.ERROR_TRANSACTION_ILLEGAL_STATE + ", false", DataUtils.ERROR_TRANSACTION_TOO_BIG + ", false",
			DataUtils.ERROR_TRANSACTIONS_DEADLOCK + ", false", DataUtils.ERROR_SERIALIZATION + ", false" })
	void whatTheFileSaysIsAFailure(int code, boolean failure) {
		SQLException told = new SQLException("general", "HY000", ErrorCode.GENERAL_ERROR_1,
				new MVStoreException(code, "as the store says it"));
		assertThat(StoreFailures.isFailure(new IllegalStateException(told))).isEqualTo(failure);
	}

	private Connection begin() throws SQLException {
		Connection connection = this.store.getConnection();
		connection.setAutoCommit(false);
		return connection;
	}

	private static SQLException refusal(Connection connection, String sql) {
		return catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
