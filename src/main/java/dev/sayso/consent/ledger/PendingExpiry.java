package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayEvaluation;
import dev.sayso.person.Origin;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Ends opt-ins that nobody confirmed in time: a pending choice becomes a no by default,
 * one that waits beside another say is dropped, and the ledger tells of both. What is due
 * stands in the store and is looked at again under the person's lock, so that a restart
 * loses nothing and several instances do it once.
 */
@Component
public class PendingExpiry {

	/** How long an opt-in waits. */
	public static final Duration WAIT = Duration.ofDays(30);

	private static final Logger log = LoggerFactory.getLogger(PendingExpiry.class);

	private static final String EXPIRED = "expired";

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final RecordSay record;

	private final PendingOptIns pending;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PendingExpiry(JdbcClient jdbc, RecordSay record, PendingOptIns pending, TransactionTemplate transaction,
			Clock clock) {
		this.jdbc = jdbc;
		this.record = record;
		this.pending = pending;
		this.transaction = transaction;
		this.clock = clock;
	}

	public static boolean isExpiry(LedgerEntry entry) {
		return entry.origin() == Origin.SYSTEM && entry.evidence().facts().containsKey(EXPIRED);
	}

	/** Looks every hour; what fails is tried again. */
	@Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void expireQuietly() {
		try {
			expire();
		}
		catch (RuntimeException ex) {
			log.warn("Opt-ins that nobody confirmed end later: {}", ex.getClass().getSimpleName());
		}
	}

	public int expire() {
		Instant before = this.clock.instant().minus(WAIT);
		int people = 0;
		List<ProfileId> due = due(before);
		while (!due.isEmpty()) {
			int earlier = people;
			for (ProfileId profile : due) {
				people += expireQuietly(profile, before) ? 1 : 0;
			}
			due = (due.size() == AT_ONCE && people > earlier) ? due(before) : List.of();
		}
		return people;
	}

	private List<ProfileId> due(Instant before) {
		return this.jdbc.sql("""
				select w.profile_id from (
					select profile_id from consent where choice = 'p' and since < :before
					union select profile_id from pending_opt_in where at < :before) w
				limit :many""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("many", AT_ONCE)
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	/** Ends one person's, and keeps nobody else waiting if that fails. */
	private boolean expireQuietly(ProfileId profile, Instant before) {
		try {
			this.transaction.executeWithoutResult((status) -> expire(profile, before));
			return true;
		}
		catch (NotFoundException ex) {
			// erased just now, with all that waited
		}
		catch (RuntimeException ex) {
			log.warn("An opt-in that nobody confirmed ends later: {}", ex.getClass().getSimpleName());
		}
		return false;
	}

	private void expire(ProfileId profile, Instant before) {
		Say say = this.record.hold(profile);
		List<LedgerEntry> entries = new ArrayList<>();
		List<Consent> consents = new ArrayList<>();
		for (Consent consent : say.consents().values()) {
			if (consent.choice() == Choice.PENDING && consent.since().isBefore(before)) {
				LedgerEntry entry = expired(say, consent);
				entries.add(entry);
				consents.add(entry.consent());
			}
		}
		for (PendingOptIn optIn : this.pending.list(profile)) {
			if (optIn.at().isBefore(before)) {
				entries.add(PendingOptIns.drop(optIn, say.get(optIn.purpose()).orElse(null), null, Evidence.NONE,
						this.clock.instant()));
				this.pending.dismiss(profile, optIn.purpose());
			}
		}
		this.record.write(say, entries, consents, false);
	}

	private LedgerEntry expired(Say say, Consent pending) {
		Instant now = this.clock.instant();
		Declaration by = Declaration.bySystem(List.of(),
				Evidence.NONE.with(EXPIRED, Choice.PENDING.value()).with("asked", pending.since().toString()), null,
				null);
		return LedgerEntry.of(say.profile(), by,
				new SayEvaluation.Change(pending.purpose(), pending.choice(), Choice.DEFAULT_NO, now, null), now);
	}

}
