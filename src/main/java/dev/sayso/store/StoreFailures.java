package dev.sayso.store;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Notices when the store cannot write. The embedded one closes itself then, and every
 * connection with it, though each says it is valid: all are let go of, so that new ones
 * open it again.
 */
record StoreFailures(HikariDataSource store, ObjectProvider<DiskSpace> disk) implements SQLExceptionOverride {

	private static final Logger log = LoggerFactory.getLogger(StoreFailures.class);

	private static final Set<Integer> CLOSED = Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.IO_EXCEPTION_1,
			ErrorCode.IO_EXCEPTION_2);

	/**
	 * What the embedded one's file says. Transactions that stand in each other's way are
	 * told by the same kind of exception.
	 */
	private static final Set<Integer> BROKEN_FILE = Set.of(DataUtils.ERROR_READING_FAILED,
			DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_INTERNAL, DataUtils.ERROR_CLOSED,
			DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_FILE_LOCKED, DataUtils.ERROR_CHUNK_NOT_FOUND,
			DataUtils.ERROR_BLOCK_NOT_FOUND);

	/**
	 * What PostgreSQL says when its disk is full, when it cannot write to it, and when
	 * another server took its place and it only reads.
	 */
	private static final Set<String> WRITES_NOTHING = Set.of("53100", "58030", "25006");

	/** Whether the store could not write, so that nothing of a request was kept. */
	static boolean isFailure(Throwable failure) {
		return StoreOutage.causes(failure)
			.anyMatch((cause) -> cause instanceof SQLException sql && (CLOSED.contains(sql.getErrorCode())
					|| WRITES_NOTHING.contains(String.valueOf(sql.getSQLState()))
					|| StoreOutage.causes(sql).anyMatch(StoreFailures::isOfTheFile)));
	}

	private static boolean isOfTheFile(Throwable cause) {
		return cause instanceof MVStoreException store && BROKEN_FILE.contains(store.getErrorCode());
	}

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		if (!isFailure(ex)) {
			return Override.CONTINUE_EVICT;
		}
		DiskSpace disk = this.disk.getObject();
		if (!disk.hasFailed()) {
			log.error(
					"The store could not write ({}): only what it keeps is acknowledged, and it is tried again every second",
					ex.getErrorCode());
		}
		disk.failed(true);
		if (this.store.getHikariPoolMXBean() != null) {
			this.store.getHikariPoolMXBean().softEvictConnections();
		}
		return Override.MUST_EVICT;
	}

}
