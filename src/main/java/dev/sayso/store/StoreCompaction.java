package dev.sayso.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the room the embedded store took: its file grows with each small durable
 * commit until it is compacted, which happens when Sayso stops.
 */
class StoreCompaction implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(StoreCompaction.class);

	private final @Nullable DataSource store;

	StoreCompaction(@Nullable DataSource store) {
		this.store = store;
	}

	@Override
	public void close() {
		if (this.store == null) {
			return;
		}
		try (Connection connection = this.store.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("shutdown compact");
		}
		catch (SQLException ex) {
			// what compacts the store closes it, before the connection is given back
			if (ex.getErrorCode() == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN) {
				return;
			}
			log.warn("The store was not compacted ({}); it is whole, and the next stop compacts it.",
					ex.getErrorCode());
		}
	}

}
