package dev.sayso.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.offer.Cap;
import dev.sayso.shared.ProfileId;

/**
 * Counts what is capped. Decisions are taken from their caps: all of an answer's or none,
 * and never more than the limit, however many take at once on however many instances.
 * Displays and clicks have happened when they are told, so they are counted past it.
 */
@Component
public class CapCounter {

	private static final int MOST_TURNS = 5;

	private static final Comparator<Row> ORDER = Comparator
		// the counters that everybody wants come last, so that they are held for shortest
		.comparing((Row row) -> row.profile().equals(CapCounts.ALL))
		.thenComparing(Row::offer)
		.thenComparing(Row::profile)
		.thenComparing(Row::cap)
		.thenComparing(Row::since);

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	CapCounter(JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	private record Row(UUID offer, UUID profile, String cap, LocalDate since) {

	}

	private record Taking(LiveOffer offer, Cap cap, int many) {

	}

	record Spent(LiveOffer offer, Cap cap) {

	}

	/**
	 * Takes these offers from their caps of decisions; where one is spent, nothing is
	 * taken.
	 * @param shown each as often as it shows
	 * @param profile null for an unknown person, whom caps per person do not count
	 * @return what is spent; null where all were taken
	 */
	@Nullable Spent take(Collection<LiveOffer> shown, @Nullable ProfileId profile, LocalDate today) {
		Map<Row, Taking> rows = rows(shown, Cap.Event.DECISION, profile, today);
		for (int turn = 1; !rows.isEmpty(); turn++) {
			try {
				return take(rows);
			}
			catch (ConcurrencyFailureException ex) {
				// somebody deletes counters at the same time, in an order of their own
				if (turn == MOST_TURNS) {
					throw ex;
				}
			}
		}
		return null;
	}

	private @Nullable Spent take(Map<Row, Taking> rows) {
		return this.transaction.execute((status) -> {
			for (Map.Entry<Row, Taking> row : rows.entrySet()) {
				Taking taking = row.getValue();
				if (!add(row.getKey(), taking.many(), taking.cap().limit())) {
					status.setRollbackOnly();
					return new Spent(taking.offer(), taking.cap());
				}
			}
			return null;
		});
	}

	/** Counts what happened to these offers, in the transaction of the caller. */
	public void count(Collection<LiveOffer> offers, Cap.Event event, @Nullable ProfileId profile, LocalDate today) {
		rows(offers, event, profile, today).forEach((row, taking) -> add(row, taking.many(), Integer.MAX_VALUE));
	}

	private static Map<Row, Taking> rows(Collection<LiveOffer> offers, Cap.Event event, @Nullable ProfileId profile,
			LocalDate today) {
		Map<Row, Taking> rows = new TreeMap<>(ORDER);
		for (LiveOffer offer : offers) {
			for (Cap cap : offer.caps()) {
				if (cap.event() == event && (!cap.each() || profile != null)) {
					UUID whose = (cap.each() && profile != null) ? profile.id() : CapCounts.ALL;
					rows.merge(new Row(offer.id(), whose, cap.key(), cap.period().since(today)),
							new Taking(offer, cap, 1), (known, added) -> new Taking(offer, cap, known.many() + 1));
				}
			}
		}
		return rows;
	}

	private boolean add(Row row, int many, int limit) {
		return many <= limit && (update(row, many, limit) || insert(row, many) || update(row, many, limit));
	}

	private boolean update(Row row, int many, int limit) {
		return this.jdbc.update("""
				update cap_count set taken = taken + ?
				where offer_id = ? and profile_id = ? and cap = ? and since = ? and taken <= ?""", many, row.offer(),
				row.profile(), row.cap(), row.since(), limit - many) > 0;
	}

	private boolean insert(Row row, int many) {
		return this.jdbc.update("""
				insert into cap_count (offer_id, profile_id, cap, since, taken) values (?, ?, ?, ?, ?)
				on conflict do nothing""", row.offer(), row.profile(), row.cap(), row.since(), many) > 0;
	}

}
