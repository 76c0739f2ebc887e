package dev.sayso.decision.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveOffer;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Offer;
import dev.sayso.shared.Actor;
import dev.sayso.shared.TimeFormat;

/**
 * How much of an offer's caps is taken, as the store has it, and the way back to nothing.
 */
@Component
class CapUsages {

	private final LiveCatalogue catalogue;

	private final TraceMessages messages;

	private final JdbcTemplate jdbc;

	private final Audit audit;

	private final Clock clock;

	private final TimeFormat times;

	CapUsages(LiveCatalogue catalogue, TraceMessages messages, JdbcTemplate jdbc, Audit audit, Clock clock,
			TimeFormat times) {
		this.catalogue = catalogue;
		this.messages = messages;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * A cap, and how much of it is taken in the time that goes on.
	 *
	 * @param sentence what it allows
	 * @param each whether for each person by themself
	 * @param people how many people are counted
	 * @param spent for how many of them it is spent
	 */
	record Row(String sentence, boolean each, int limit, long taken, long people, long spent) {

	}

	/** The caps that are in force, or of a draft those that will be. */
	List<Row> list(Offer offer, Locale reader) {
		LiveOffer live = this.catalogue.now().offers().get(offer.slug());
		List<Cap> caps = (live != null) ? live.caps() : offer.draft().caps();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		return caps.stream().map((cap) -> row(offer, cap, today, reader)).toList();
	}

	private Row row(Offer offer, Cap cap, LocalDate today, Locale reader) {
		return this.jdbc
			.query("""
					select coalesce(sum(taken), 0), count(*), coalesce(sum(case when taken >= ? then 1 else 0 end), 0)
					from cap_count where offer_id = ? and cap = ? and since = ?""",
					(row, number) -> new Row(this.messages.cap(cap, reader), cap.each(), cap.limit(), row.getLong(1),
							row.getLong(2), row.getLong(3)),
					cap.limit(), offer.id(), cap.key(), cap.period().since(today))
			.get(0);
	}

	/** Begins to count anew, for everybody. */
	@Transactional
	void reset(Offer offer, Actor by) {
		this.jdbc.update("delete from cap_count where offer_id = ?", offer.id());
		this.audit.write(by, "caps-reset", new AuditSubject("offer", offer.id().toString(), offer.name()), List.of());
	}

}
