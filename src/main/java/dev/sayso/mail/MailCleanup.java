package dev.sayso.mail;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Forgets mails that were done with and the counts of days gone by, every hour.
 */
@Component
class MailCleanup {

	private static final Logger log = LoggerFactory.getLogger(MailCleanup.class);

	private final Outbox outbox;

	private final MailLimit limit;

	MailCleanup(Outbox outbox, MailLimit limit) {
		this.outbox = outbox;
		this.limit = limit;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		try {
			this.outbox.forgetOld();
			this.limit.forgetOld();
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Old mails are forgotten later: {}", ex.getClass().getSimpleName());
		}
	}

}
