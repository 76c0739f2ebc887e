package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayEvaluation;
import dev.sayso.consent.Statement;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * Opt-ins that nobody confirmed yet and that wait beside another say of the person.
 */
@Component
public class PendingOptIns {

	private static final String DROPPED = "dropped";

	private static final String ANSWERED = "answered";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PendingOptIns(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public List<PendingOptIn> list(ProfileId profile) {
		return this.jdbc.sql("""
				select profile_id, purpose, at, origin, actor_name, source, submission_id, evidence
				from pending_opt_in
				where profile_id = :profile
				order by at, purpose""").param("profile", profile.id()).query(this::optIn).list();
	}

	/** Forgets what waits: it was asked for by mistake, or by somebody else. */
	public void dismiss(ProfileId profile, Purpose purpose) {
		this.jdbc.sql("delete from pending_opt_in where profile_id = :profile and purpose = :purpose")
			.param("profile", profile.id())
			.param("purpose", purpose.key())
			.update();
	}

	/**
	 * Keeps one beside the say, which the caller holds: who changes it without having
	 * seen this looks again.
	 */
	void keep(ProfileId profile, Statement statement, Declaration by, Instant now) {
		dismiss(profile, statement.purpose());
		this.jdbc.sql("update say set waiting = true where profile_id = :profile")
			.param("profile", profile.id())
			.update();
		this.jdbc
			.sql("""
					insert into pending_opt_in (profile_id, purpose, at, origin, actor_name, source, submission_id, evidence)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(profile.id(), statement.purpose().key(), now.atOffset(ZoneOffset.UTC), by.origin().key(),
					by.actor().name(), by.source(), by.submission(),
					this.json.writeValueAsString(by.evidence().facts()))
			.update();
	}

	/**
	 * Drops what noes answered that were said since it was asked.
	 * @return what the ledger tells of it
	 */
	List<LedgerEntry> drop(Say say, List<Consent> changed, SayEvaluation evaluation, Declaration by, Instant now) {
		if (!say.waiting() || evaluation.noes().isEmpty()) {
			return List.of();
		}
		Map<Purpose, Consent> stands = new EnumMap<>(Purpose.class);
		stands.putAll(say.consents());
		changed.forEach((consent) -> stands.put(consent.purpose(), consent));
		List<LedgerEntry> entries = new ArrayList<>();
		for (PendingOptIn optIn : list(say.profile())) {
			if (evaluation.noes().stream().anyMatch(optIn::isAnsweredBy)) {
				dismiss(say.profile(), optIn.purpose());
				entries.add(drop(optIn, stands.get(optIn.purpose()), by.submission(),
						Evidence.NONE.with(ANSWERED, Choice.NO.value()), now));
			}
		}
		return entries;
	}

	/**
	 * The ledger's entry for an opt-in that is dropped beside a say that stands on.
	 * @param stands that say; null where nothing was said
	 * @param why what the entry proves besides
	 */
	static LedgerEntry drop(PendingOptIn optIn, @Nullable Consent stands, @Nullable UUID submission, Evidence why,
			Instant now) {
		Choice before = (stands != null) ? stands.choice() : null;
		Declaration by = Declaration.bySystem(List.of(),
				why.with(DROPPED, Choice.PENDING.value()).with("asked", optIn.at().toString()), null, submission);
		return LedgerEntry.of(optIn.profile(), by, new SayEvaluation.Change(optIn.purpose(), before,
				(before != null) ? before : Choice.UNKNOWN, now, null), now);
	}

	public static boolean isDrop(LedgerEntry entry) {
		return entry.origin() == Origin.SYSTEM && entry.evidence().facts().containsKey(DROPPED);
	}

	/** Whether an entry tells so of an opt-in that a later no answered. */
	public static boolean isAnswered(LedgerEntry entry) {
		return isDrop(entry) && entry.evidence().facts().containsKey(ANSWERED);
	}

	/** A confirmed opt-in waits no longer, nor one that a later no answered. */
	void settle(ProfileId profile, List<LedgerEntry> entries) {
		entries.stream()
			.filter((entry) -> entry.origin() == Origin.SUBJECT || !entry.after().equals(Choice.UNKNOWN.value()))
			.forEach((entry) -> this.jdbc
				.sql("delete from pending_opt_in where profile_id = :profile and purpose = :purpose and at <= :until")
				.param("profile", profile.id())
				.param("purpose", entry.purpose())
				.param("until",
						(entry.after().equals(Choice.NO.value()) ? entry.saidAt() : entry.at())
							.atOffset(ZoneOffset.UTC))
				.update());
	}

	private PendingOptIn optIn(ResultSet row, int number) throws SQLException {
		return new PendingOptIn(new ProfileId(row.getObject("profile_id", UUID.class)),
				Purpose.of(row.getString("purpose")).orElseThrow(), Says.instant(row, "at"),
				Origin.of(row.getString("origin")), row.getString("actor_name"), row.getString("source"),
				row.getObject("submission_id", UUID.class),
				new Evidence(this.json.readValue(row.getString("evidence"), new TypeReference<>() {
				})));
	}

}
