package dev.sayso.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Tells whether the store is well, and after it could not write tries every second
 * whether it can again.
 */
class StoreRecovery implements HealthIndicator {

	private static final Logger log = LoggerFactory.getLogger(StoreRecovery.class);

	private final JdbcTemplate jdbc;

	private final DiskSpace disk;

	StoreRecovery(JdbcTemplate jdbc, DiskSpace disk) {
		this.jdbc = jdbc;
		this.disk = disk;
	}

	/** Tries whether the store takes a write again. */
	@Scheduled(fixedDelay = 1000)
	void recover() {
		if (this.disk.hasFailed() && this.disk.hasAny()) {
			try {
				this.jdbc.update("delete from setting where name = 'store.probe'");
				this.jdbc.update("insert into setting (name, content) values ('store.probe', 'written')");
				this.disk.failed(false);
				log.info("The store can be written again");
			}
			catch (DataAccessException | TransactionException ex) {
				log.debug("The store cannot be written yet", ex);
			}
		}
	}

	@Override
	public Health health() {
		try {
			this.jdbc.queryForObject("select count(*) from setting where name = 'store.kind'", Integer.class);
			return this.disk.hasFailed() ? Health.down().build() : Health.up().build();
		}
		catch (DataAccessException | TransactionException ex) {
			return Health.down().build();
		}
	}

}
