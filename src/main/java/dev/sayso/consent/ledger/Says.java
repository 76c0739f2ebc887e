package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileName;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * What people have said, as it stands now. Read by many; as long as there is somebody,
 * changed by {@link RecordSay} alone.
 */
@Component
public class Says {

	/** What is selected to read the consents {@code c}. */
	public static final String CONSENTS = """
			c.purpose, c.choice, c.since, c.said_at, c.origin, c.own, c.actor_name, c.reason, c.source, c.ledger_id
			""";

	/** What is selected to read the pauses {@code u}. */
	public static final String PAUSES = """
			u.purpose as pause_of, u.until as pause_until, u.ends_at as pause_ends, u.since as pause_since,
			u.said_at as pause_said, u.origin as pause_origin, u.own as pause_own, u.actor_name as pause_actor,
			u.reason as pause_reason, u.source as pause_source, u.ledger_id as pause_ledger
			""";

	/** What is selected to read what one person consents to, and what is paused. */
	public static final String CONSENT = CONSENTS + ", " + PAUSES;

	/** What is selected to read one person's say, from {@link #JOINED}. */
	public static final String SELECTED = """
			s.head, s.waiting, s.extras,
			exists (select 1 from suppressed_profile d join suppression k on k.id = d.suppression_id
				where d.profile_id = s.profile_id and k.kind = 'kept-say') as kept_noes,
			""" + CONSENT;

	/** The rows of one person's say. */
	public static final String JOINED = "say s left join consent c on c.profile_id = s.profile_id"
			+ " left join pause u on u.profile_id = s.profile_id ";

	private final JdbcClient jdbc;

	Says(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What one person has said; somebody unknown has said nothing. */
	public Say find(ProfileId profile) {
		return this.jdbc.sql("select " + SELECTED + "from " + JOINED + "where s.profile_id = ?")
			.param(profile.id())
			.query((rows) -> rows.next() ? read(profile, rows) : Say.nothing(profile));
	}

	/**
	 * What one person has said, read to be changed.
	 * @throws NotFoundException when nobody has this id
	 */
	public Say get(ProfileId profile) {
		Say say = find(profile);
		if (say.mark() == null) {
			throw new NotFoundException("profile " + profile);
		}
		return say;
	}

	/**
	 * The same of the one person of this name, which nobody shares.
	 * @throws NotFoundException when nobody has it
	 */
	public Say get(ProfileName name) {
		return this.jdbc
			.sql("select s.profile_id, " + SELECTED + "from " + JOINED + "where s.profile_id = (" + name.ids() + ")")
			.params(name.values())
			.query((rows) -> {
				if (!rows.next()) {
					throw new NotFoundException("profile");
				}
				return read(new ProfileId(rows.getObject("profile_id", UUID.class)), rows);
			});
	}

	/**
	 * Reads a say from the rows of a query that may have selected more than
	 * {@link #SELECTED}; the first is at hand.
	 */
	public static Say read(ProfileId profile, ResultSet rows) throws SQLException {
		return read(profile, rows, mark(rows));
	}

	private static Say.Mark mark(ResultSet row) throws SQLException {
		return new Say.Mark(row.getString("head"), row.getBoolean("waiting"), row.getBoolean("kept_noes"),
				row.getString("extras"));
	}

	/** The same of {@link #CONSENT}, for who only heeds what was said. */
	public static Say heeded(ProfileId profile, ResultSet rows) throws SQLException {
		return read(profile, rows, null);
	}

	private static Say read(ProfileId profile, ResultSet rows, Say.@Nullable Mark mark) throws SQLException {
		Gathered gathered = new Gathered();
		do {
			gathered.add(rows);
		}
		while (rows.next());
		return gathered.say(profile, mark);
	}

	public Map<ProfileId, Say> find(Collection<ProfileId> profiles) {
		Map<ProfileId, Gathered> gathered = new HashMap<>();
		profiles.forEach((profile) -> gathered.put(profile, new Gathered()));
		if (!profiles.isEmpty()) {
			this.jdbc.sql("select s.profile_id, " + CONSENT + "from " + JOINED + "where s.profile_id = any(:ids)")
				.param("ids", ids(profiles))
				.query((row) -> {
					gathered.get(new ProfileId(row.getObject("profile_id", UUID.class))).add(row);
				});
		}
		return gathered.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().say(entry.getKey(), null)));
	}

	/**
	 * The same, held until the transaction ends, so that changes come one after the
	 * other.
	 * @throws NotFoundException when nobody has this id
	 */
	public Say held(ProfileId profile) {
		this.jdbc.sql("select profile_id from say where profile_id = :profile for update")
			.param("profile", profile.id())
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("profile " + profile));
		return find(profile);
	}

	/** The same of many; who is not there is left out. */
	Map<ProfileId, Say> get(Collection<ProfileId> profiles) {
		if (profiles.isEmpty()) {
			return Map.of();
		}
		Map<ProfileId, Gathered> gathered = new HashMap<>();
		Map<ProfileId, Say.Mark> marks = new HashMap<>();
		this.jdbc.sql("select s.profile_id, " + SELECTED + "from " + JOINED + "where s.profile_id = any(:ids)")
			.param("ids", ids(profiles))
			.query((row) -> {
				ProfileId profile = new ProfileId(row.getObject("profile_id", UUID.class));
				marks.put(profile, mark(row));
				gathered.computeIfAbsent(profile, (key) -> new Gathered()).add(row);
			});
		Map<ProfileId, Say> says = new HashMap<>();
		gathered.forEach((profile, rows) -> says.put(profile, rows.say(profile, marks.get(profile))));
		return says;
	}

	/**
	 * The same, held until the transaction ends, always in the same order.
	 * @throws NotFoundException when nobody has one of these ids
	 */
	Map<ProfileId, Say> held(Collection<ProfileId> profiles) {
		Set<ProfileId> different = Set.copyOf(profiles);
		this.jdbc.sql("select profile_id from say where profile_id = any(:ids) order by profile_id for update")
			.param("ids", ids(different))
			.query(UUID.class)
			.list();
		Map<ProfileId, Say> says = get(different);
		different.stream().filter((profile) -> !says.containsKey(profile)).findFirst().ifPresent((gone) -> {
			throw new NotFoundException("profile " + gone);
		});
		return says;
	}

	private static UUID[] ids(Collection<ProfileId> profiles) {
		return profiles.stream().map(ProfileId::id).toArray(UUID[]::new);
	}

	/**
	 * What the rows of one person hold, each consent as often as there are pauses, and
	 * the other way round.
	 */
	private static final class Gathered {

		private final Map<String, Consent> consents = new HashMap<>();

		private final Map<String, Pause> pauses = new HashMap<>();

		void add(ResultSet row) throws SQLException {
			String purpose = row.getString("purpose");
			if (purpose != null && !this.consents.containsKey(purpose)) {
				this.consents.put(purpose, consent(row));
			}
			String paused = row.getString("pause_of");
			if (paused != null && !this.pauses.containsKey(paused)) {
				this.pauses.put(paused, pause(row));
			}
		}

		Say say(ProfileId profile, Say.@Nullable Mark mark) {
			return Say.of(profile, this.consents.values(), this.pauses.values(), mark);
		}

	}

	/** The pause of a row that has {@link #PAUSES}. */
	public static Pause pause(ResultSet row) throws SQLException {
		return new Pause(Purpose.of(row.getString("pause_of")).orElseThrow(),
				row.getObject("pause_until", LocalDate.class), instant(row, "pause_ends"), instant(row, "pause_since"),
				instant(row, "pause_said"), Origin.of(row.getString("pause_origin")), row.getBoolean("pause_own"),
				row.getString("pause_actor"), row.getString("pause_reason"), row.getString("pause_source"),
				row.getObject("pause_ledger", UUID.class));
	}

	/** The consent of a row that has {@link #CONSENTS}. */
	public static Consent consent(ResultSet row) throws SQLException {
		return new Consent(Purpose.of(row.getString("purpose")).orElseThrow(),
				Choice.of(row.getString("choice")).orElseThrow(), instant(row, "since"), instant(row, "said_at"),
				Origin.of(row.getString("origin")), row.getBoolean("own"), row.getString("actor_name"),
				row.getString("reason"), row.getString("source"), row.getObject("ledger_id", UUID.class));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
