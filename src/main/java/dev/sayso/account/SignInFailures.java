package dev.sayso.account;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.shared.SecretKeys;

/**
 * Counts failures by name and by where they come from, so that nobody closes a name to
 * others; in the store, so that all instances see them. Names that no account has are
 * counted alike, so that nobody learns which exist.
 */
@Component
public class SignInFailures {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final SecretKeys keys;

	private final Clock clock;

	SignInFailures(JdbcClient jdbc, TransactionTemplate transaction, SecretKeys keys, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Counts an attempt as failed before the password is looked at, so that many at once
	 * are no way around the count; {@link #forget} follows when it succeeds.
	 * @param source a network or a device
	 * @throws SignInLockedException while the name is closed to the source
	 */
	public SignInFailureCount begin(String username, String source) {
		Key key = key(username, source);
		try {
			return count(key);
		}
		catch (DuplicateKeyException ex) {
			return count(key);
		}
	}

	public void forget(String username, String source) {
		Key key = key(username, source);
		this.jdbc.sql("delete from sign_in_failure where name_hash = :name and source_hash = :source")
			.param("name", key.name())
			.param("source", key.source())
			.update();
	}

	/** Opens the name to all again. */
	void forget(String username) {
		this.jdbc.sql("delete from sign_in_failure where name_hash = :name")
			.param("name", key(username, "").name())
			.update();
	}

	/** Until when the name is closed to somebody; null where it is closed to nobody. */
	@Nullable Instant lockedUntil(String username) {
		return this.jdbc
			.sql("select max(locked_until) from sign_in_failure where name_hash = :name and locked_until > :now")
			.param("name", key(username, "").name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> instant(row.getObject(1, OffsetDateTime.class)))
			.list()
			.get(0);
	}

	private SignInFailureCount count(Key key) {
		Instant now = this.clock.instant();
		return this.transaction.execute((status) -> {
			Optional<SignInFailureCount> before = hold(key);
			before.map((failures) -> failures.locked(now)).filter((left) -> !left.isZero()).ifPresent((left) -> {
				throw new SignInLockedException(left);
			});
			SignInFailureCount next = before.orElse(SignInFailureCount.none()).next(now);
			save(key, next, before.isPresent());
			return next;
		});
	}

	private Optional<SignInFailureCount> hold(Key key) {
		return this.jdbc.sql("""
				select failures, last_at, locked_until from sign_in_failure
				where name_hash = :name and source_hash = :source for update""")
			.param("name", key.name())
			.param("source", key.source())
			.query(SignInFailures::row)
			.optional();
	}

	private void save(Key key, SignInFailureCount failures, boolean known) {
		if (!known) {
			this.jdbc.sql("delete from sign_in_failure where last_at < :old")
				.param("old", failures.lastAt().minus(SignInFailureCount.FORGOTTEN).atOffset(ZoneOffset.UTC))
				.update();
		}
		Instant until = failures.lockedUntil();
		this.jdbc.sql(known ? """
				update sign_in_failure set failures = :n, last_at = :at, locked_until = :until
				where name_hash = :name and source_hash = :source""" : """
				insert into sign_in_failure (name_hash, source_hash, failures, last_at, locked_until)
				values (:name, :source, :n, :at, :until)""")
			.param("name", key.name())
			.param("source", key.source())
			.param("n", failures.count())
			.param("at", failures.lastAt().atOffset(ZoneOffset.UTC))
			.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	private Key key(String username, String source) {
		String name = Account.username(username);
		return new Key(hash("sign-in " + name), hash("sign-in " + name + " from " + source));
	}

	private String hash(String text) {
		return HexFormat.of().formatHex(this.keys.sign(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static SignInFailureCount row(ResultSet row, int number) throws SQLException {
		return new SignInFailureCount(row.getInt("failures"),
				row.getObject("last_at", OffsetDateTime.class).toInstant(),
				instant(row.getObject("locked_until", OffsetDateTime.class)));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/** What the store knows a name and a source by. */
	private record Key(String name, String source) {

	}

}
