package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.consent.Pause;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks a whole store from outside, by its rows alone: each chain holds from its start
 * to its head, and replaying the ledger gives the consents that stand.
 */
public final class LedgerProof {

	private final Map<UUID, String> heads = new HashMap<>();

	private final Map<UUID, Map<String, String>> replayed = new HashMap<>();

	private LedgerProof() {
	}

	/**
	 * Fails where a chain is broken, or a consent, a subscription or a pause is not what
	 * the ledger says.
	 */
	public static void holds(JdbcClient store) {
		LedgerProof proof = new LedgerProof();
		store.sql("select * from ledger_entry order by seq").query((row) -> {
			proof.replay(row);
		});
		assertThat(proof.heads).isEqualTo(heads(store));
		assertThat(proof.replayed).isEqualTo(consents(store));
	}

	private void replay(ResultSet row) throws SQLException {
		UUID profile = row.getObject("profile_id", UUID.class);
		String previous = row.getString("previous_hash").strip();
		assertThat(previous).isEqualTo(this.heads.getOrDefault(profile, LedgerChain.START));
		String commitment = row.getString("commitment").strip();
		if (row.getString("salt") != null) {
			assertThat(commitment).isEqualTo(commitment(profile, row));
		}
		String hash = row.getString("hash").strip();
		assertThat(hash).isEqualTo(link(previous, commitment, row));
		this.heads.put(profile, hash);
		if (row.getString("origin").equals("system") && String.valueOf(row.getString("evidence")).contains("dropped")) {
			return;
		}
		if (row.getString("purpose").startsWith("suppression.")) {
			return;
		}
		if (row.getString("purpose").startsWith(Pause.PREFIX)
				&& row.getString("after_choice").equals(RecordPause.ENDED)) {
			this.replayed.getOrDefault(profile, new HashMap<>()).remove(row.getString("purpose"));
			return;
		}
		this.replayed.computeIfAbsent(profile, (any) -> new HashMap<>())
			.put(row.getString("purpose"), row.getString("after_choice") + " by " + row.getString("id"));
	}

	private static String commitment(UUID profile, ResultSet row) throws SQLException {
		return LedgerChain.commitment(row.getString("salt").strip(), profile, row.getString("actor_kind"),
				row.getString("actor_id"), row.getString("actor_name"), row.getString("reason"),
				row.getString("source"), row.getObject("submission_id", UUID.class), row.getString("evidence"));
	}

	private static String link(String previous, String commitment, ResultSet row) throws SQLException {
		return LedgerChain.link(previous, commitment, row.getObject("id", UUID.class), instant(row, "at"),
				instant(row, "said_at"), row.getString("purpose"), row.getString("before_choice"),
				row.getString("after_choice"), row.getString("origin").toUpperCase(Locale.ROOT), row.getBoolean("own"));
	}

	private static Map<UUID, String> heads(JdbcClient store) {
		Map<UUID, String> heads = new HashMap<>();
		store.sql("select profile_id, head from say where entries > 0").query((row) -> {
			heads.put(row.getObject(1, UUID.class), row.getString(2).strip());
		});
		return heads;
	}

	private static Map<UUID, Map<String, String>> consents(JdbcClient store) {
		Map<UUID, Map<String, String>> consents = new HashMap<>();
		store
			.sql("""
					select profile_id, purpose, choice, ledger_id from consent
					union all select profile_id, 'service.' || service, state, ledger_id from subscription
					union all select profile_id, 'pause.' || replace(purpose, 'marketing.', ''), cast(until as varchar), ledger_id
					from pause""")
			.query((row) -> {
				consents.computeIfAbsent(row.getObject(1, UUID.class), (any) -> new HashMap<>())
					.put(row.getString(2), row.getString(3) + " by " + row.getString(4));
			});
		return consents;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
