package dev.sayso.contact.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.person.ProfileErased;
import dev.sayso.shared.Ids;

/**
 * Tells of people who are erased. All else that was told of them goes at once; how they
 * were called stays until every receiver has erased them too, and no longer than a month
 * (GDPR Art. 12, 3).
 */
@Component
class ErasedPeople {

	private static final Logger log = LoggerFactory.getLogger(ErasedPeople.class);

	private static final Duration LONGEST = Duration.ofDays(30);

	private final ChangeRows rows;

	private final Clock clock;

	ErasedPeople(ChangeRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(ProfileErased erased) {
		this.rows.forget(erased.profile().id());
		this.rows.erased(Ids.next(), erased.profile().id(), this.clock.instant(), erased.origin());
	}

	@Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		try {
			this.rows.forgetErasures(this.clock.instant().minus(LONGEST));
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Erasures are forgotten later: {}", ex.getClass().getSimpleName());
		}
	}

}
