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
 * Counts failures by name in the store, so that all instances see them; names that no
 * account has are counted alike, so that nobody learns which exist.
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
	 * @throws SignInLockedException while the name is closed
	 */
	public SignInFailureCount begin(String username) {
		String hash = hash(username);
		try {
			return count(hash);
		}
		catch (DuplicateKeyException ex) {
			return count(hash);
		}
	}

	public void forget(String username) {
		this.jdbc.sql("delete from sign_in_failure where name_hash = :hash").param("hash", hash(username)).update();
	}

	@Nullable Instant lockedUntil(String username) {
		Instant now = this.clock.instant();
		return find(hash(username), "").filter((failures) -> !failures.locked(now).isZero())
			.map(SignInFailureCount::lockedUntil)
			.orElse(null);
	}

	private SignInFailureCount count(String hash) {
		Instant now = this.clock.instant();
		return this.transaction.execute((status) -> {
			Optional<SignInFailureCount> before = find(hash, " for update");
			before.map((failures) -> failures.locked(now)).filter((left) -> !left.isZero()).ifPresent((left) -> {
				throw new SignInLockedException(left);
			});
			SignInFailureCount next = before.orElse(SignInFailureCount.none()).next(now);
			save(hash, next, before.isPresent());
			return next;
		});
	}

	private Optional<SignInFailureCount> find(String hash, String lock) {
		return this.jdbc
			.sql("select failures, last_at, locked_until from sign_in_failure where name_hash = :hash" + lock)
			.param("hash", hash)
			.query(SignInFailures::row)
			.optional();
	}

	private void save(String hash, SignInFailureCount failures, boolean known) {
		if (!known) {
			this.jdbc.sql("delete from sign_in_failure where last_at < :old")
				.param("old", failures.lastAt().minus(SignInFailureCount.FORGOTTEN).atOffset(ZoneOffset.UTC))
				.update();
		}
		Instant until = failures.lockedUntil();
		this.jdbc.sql(known
				? "update sign_in_failure set failures = :n, last_at = :at, locked_until = :until where name_hash = :hash"
				: "insert into sign_in_failure (name_hash, failures, last_at, locked_until) values (:hash, :n, :at, :until)")
			.param("hash", hash)
			.param("n", failures.count())
			.param("at", failures.lastAt().atOffset(ZoneOffset.UTC))
			.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	private String hash(String username) {
		return HexFormat.of()
			.formatHex(this.keys.sign(("sign-in " + Account.username(username)).getBytes(StandardCharsets.UTF_8)));
	}

	private static SignInFailureCount row(ResultSet row, int number) throws SQLException {
		OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
		return new SignInFailureCount(row.getInt("failures"),
				row.getObject("last_at", OffsetDateTime.class).toInstant(), (until != null) ? until.toInstant() : null);
	}

}
