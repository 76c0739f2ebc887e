package dev.sayso.decision.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CapCounts;
import dev.sayso.offer.Cap;
import dev.sayso.person.ProfileErased;
import dev.sayso.shared.TimeFormat;

/**
 * Deletes what is no longer kept, a little at a time: propositions past their days,
 * counters of days gone by, and what another instance wrote of somebody just while they
 * were erased.
 */
@Component
public class OutcomeCleanup {

	private static final Logger log = LoggerFactory.getLogger(OutcomeCleanup.class);

	private static final int AT_ONCE = 1_000;

	private static final long TURN = 10;

	private static final Duration RECENT = Duration.ofHours(1);

	private final OutcomeRecorder recorder;

	private final OutcomeWriter writer;

	private final OutcomeRows rows;

	private final DecisionSettings settings;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final TimeFormat times;

	private volatile boolean stopping;

	OutcomeCleanup(OutcomeRecorder recorder, OutcomeWriter writer, OutcomeRows rows, DecisionSettings settings,
			JdbcTemplate jdbc, Clock clock, TimeFormat times) {
		this.recorder = recorder;
		this.writer = writer;
		this.rows = rows;
		this.settings = settings;
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	@Scheduled(initialDelay = 1, fixedDelay = TURN, timeUnit = TimeUnit.MINUTES)
	void cleanUpQuietly() {
		try {
			cleanUp();
		}
		catch (RuntimeException ex) {
			log.warn("What is no longer kept of decisions is deleted later: {}", ex.getClass().getName());
		}
	}

	public void cleanUp() {
		Instant now = this.clock.instant();
		delete("select id from proposition where at < ? order by at limit " + AT_ONCE,
				now.minus(Duration.ofDays(this.settings.days())));
		delete("""
				select r.id from proposition r where r.at >= ? and r.profile_id is not null
				and not exists (select 1 from profile p where p.id = r.profile_id) limit\s""" + AT_ONCE,
				now.minus(RECENT));
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		LocalDate week = Cap.Period.WEEK.since(today);
		LocalDate month = Cap.Period.MONTH.since(today);
		this.jdbc.update("delete from cap_count where since < ? and since <> ?", week.isBefore(month) ? week : month,
				Cap.Period.EVER.since(today));
		this.jdbc.update("""
				delete from cap_count where profile_id <> ?
				and not exists (select 1 from profile p where p.id = cap_count.profile_id)""", CapCounts.ALL);
	}

	private void delete(String select, Instant at) {
		List<UUID> ids;
		do {
			ids = this.jdbc.queryForList(select, UUID.class, at.atOffset(ZoneOffset.UTC));
			if (!ids.isEmpty()) {
				this.rows.delete(ids);
			}
		}
		while (ids.size() == AT_ONCE && !this.stopping);
	}

	/**
	 * Deletes what was answered for a person, and counted of them, when they are erased;
	 * sums over everybody stay.
	 */
	@EventListener
	void on(ProfileErased erased) {
		this.recorder.forget(erased.profile());
		this.writer.settle();
		UUID profile = erased.profile().id();
		List<UUID> propositions = this.jdbc.queryForList("select id from proposition where profile_id = ?", UUID.class,
				profile);
		if (!propositions.isEmpty()) {
			this.rows.delete(propositions);
		}
		this.jdbc.update("delete from cap_count where profile_id = ?", profile);
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

}
