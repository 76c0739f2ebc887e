package dev.sayso.contact.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Choice;
import dev.sayso.person.Origin;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Gives changes their place in the feed. A number taken while a change is written would
 * not do: who takes an earlier one may commit later, behind a reader who has passed. So
 * the change itself leaves only its id in {@code say_news}, in its own transaction and
 * its own round trip; whoever holds the one row of {@code change_order} takes all that is
 * visible there, numbers it and commits before the next may. What was not visible yet is
 * numbered by the next, and so stands behind all that anybody has read. That asks nothing
 * of the store but locks of rows, costs who writes one small insert and no wait, and
 * keeps the order of one person's changes, who are held while they are written.
 */
@Component
public class ChangeOrder {

	/** How many are numbered in one transaction. */
	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final ChangeRows rows;

	private final SharedChanges shared;

	private final Services services;

	private final TransactionTemplate transaction;

	ChangeOrder(JdbcClient jdbc, ChangeRows rows, SharedChanges shared, Services services,
			TransactionTemplate transaction) {
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.rows = rows;
		this.shared = shared;
		this.services = services;
	}

	/** Numbers all that became visible. */
	public void catchUp() {
		boolean more = isNews();
		while (more) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> advance()));
		}
	}

	/**
	 * @return whether there may be more
	 */
	private boolean advance() {
		hold();
		List<UUID> taken = new ArrayList<>();
		List<SayChange> changes = new ArrayList<>();
		List<MovedAddress> moved = new ArrayList<>();
		Map<String, Optional<Channel>> ofServices = new HashMap<>();
		this.jdbc
			.sql("""
					select n.id, n.erased_at, n.moved_at, n.profile_id as told, n.external_id, n.channel,
						n.origin as news_origin, l.seq, l.profile_id, l.at, l.purpose, l.before_choice, l.after_choice, l.origin,
						p.id as there
					from say_news n left join ledger_entry l on l.id = n.id left join profile p on p.id = l.profile_id
					order by l.seq nulls last, n.id limit :limit""")
			.param("limit", AT_ONCE)
			.query((row) -> {
				taken.add(row.getObject("id", UUID.class));
				OffsetDateTime movedAt = row.getObject("moved_at", OffsetDateTime.class);
				if (movedAt != null) {
					moved.add(MovedAddress.of(row, movedAt));
					return;
				}
				SayChange change = change(row, ofServices);
				if (change != null) {
					changes.add(change);
				}
			});
		this.rows.insert(this.shared.with(changes, moved));
		this.jdbc.sql("delete from say_news where id = any(:ids)").param("ids", taken.toArray(UUID[]::new)).update();
		return taken.size() == AT_ONCE;
	}

	/** Asked without holding anybody up: mostly there is nothing. */
	private boolean isNews() {
		return this.jdbc.sql("select exists (select 1 from say_news)").query(Boolean.class).single();
	}

	private void hold() {
		if (this.jdbc.sql("update change_order set id = 1").update() == 0) {
			this.jdbc.sql("insert into change_order (id) values (1) on conflict do nothing").update();
			this.jdbc.sql("update change_order set id = 1").update();
		}
	}

	/** Null for what tells nothing, and for people who are erased. */
	private @Nullable SayChange change(ResultSet row, Map<String, Optional<Channel>> ofServices) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		OffsetDateTime erased = row.getObject("erased_at", OffsetDateTime.class);
		if (erased != null) {
			String origin = row.getString("news_origin");
			return new SayChange(0, id, erased.toInstant(), new ProfileId(row.getObject("told", UUID.class)),
					row.getString("external_id"), ChangeKind.ERASURE, null, null, null, null,
					(origin != null) ? Origin.of(origin) : Origin.OPERATOR, false, true);
		}
		String before = row.getString("before_choice");
		String after = row.getString("after_choice");
		if (row.getObject("there") == null || after.equals((before != null) ? before : Choice.UNKNOWN.value())) {
			return null;
		}
		Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
		String purpose = row.getString("purpose");
		ChangeKind kind = ChangeKind.ofPurpose(purpose);
		return new SayChange(0, id, at, new ProfileId(row.getObject("profile_id", UUID.class)), null, kind, purpose,
				channel(kind, purpose, ofServices), before, after, Origin.of(row.getString("origin")), false,
				kind.isNo(after));
	}

	private @Nullable Channel channel(ChangeKind kind, String purpose, Map<String, Optional<Channel>> ofServices) {
		return ((kind == ChangeKind.SUBSCRIPTION) ? ofServices.computeIfAbsent(kind.subject(purpose),
				(service) -> this.services.findBySlug(service).map(Service::channel)) : kind.channel(purpose))
			.orElse(null);
	}

}
