package dev.sayso.consent.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.person.ProfileSaved;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * The rows of people's pauses, and where people live, so that each ends with their day.
 */
@Component
class PauseRows {

	private final JdbcClient jdbc;

	private final TimeFormat times;

	PauseRows(JdbcClient jdbc, TimeFormat times) {
		this.jdbc = jdbc;
		this.times = times;
	}

	private ZoneId zone(@Nullable String named) {
		return (named != null) ? PersonFacts.zone(named, this.times.zone()) : this.times.zone();
	}

	/** The time zone somebody lives in, as far as is known. */
	ZoneId zone(ProfileId profile) {
		return this.jdbc.sql("select time_zone from profile where id = ?")
			.param(profile.id())
			.query((row, number) -> zone(row.getString(1)))
			.optional()
			.orElseGet(this.times::zone);
	}

	static Instant end(LocalDate until, ZoneId zone) {
		return until.plusDays(1).atStartOfDay(zone).toInstant();
	}

	void save(ProfileId profile, Pause pause) {
		List<@Nullable Object> values = new ArrayList<>();
		Collections.addAll(values, pause.until(), utc(pause.ends()), utc(pause.since()), utc(pause.saidAt()),
				pause.origin().key(), pause.own(), pause.actor(), pause.reason(), pause.source(), pause.ledgerId(),
				profile.id(), pause.purpose().key());
		int updated = this.jdbc
			.sql("""
					update pause set until = ?, ends_at = ?, since = ?, said_at = ?, origin = ?, own = ?, actor_name = ?, reason = ?,
						source = ?, ledger_id = ?
					where profile_id = ? and purpose = ?""")
			.params(values)
			.update();
		if (updated == 0) {
			this.jdbc
				.sql("""
						insert into pause (until, ends_at, since, said_at, origin, own, actor_name, reason, source, ledger_id,
							profile_id, purpose)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(values)
				.update();
		}
	}

	void delete(ProfileId profile, Purpose purpose) {
		this.jdbc.sql("delete from pause where profile_id = ? and purpose = ?")
			.params(profile.id(), purpose.key())
			.update();
	}

	/** Who moves ends their pauses with the day of where they live now. */
	@EventListener
	void move(ProfileSaved saved) {
		if (saved.created()) {
			return;
		}
		List<Moved> pauses = this.jdbc.sql("""
				select u.purpose, u.until, u.ends_at, p.time_zone from pause u
				join profile p on p.id = u.profile_id where u.profile_id = ?""")
			.param(saved.profile().id())
			.query((row, number) -> new Moved(row.getString(1), row.getObject(3, OffsetDateTime.class).toInstant(),
					end(row.getObject(2, LocalDate.class), zone(row.getString(4)))))
			.list();
		pauses.stream()
			.filter((pause) -> !pause.ended().equals(pause.ends()))
			.forEach((pause) -> this.jdbc.sql("update pause set ends_at = ? where profile_id = ? and purpose = ?")
				.params(utc(pause.ends()), saved.profile().id(), pause.purpose())
				.update());
	}

	private record Moved(String purpose, Instant ended, Instant ends) {

	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
