package dev.sayso.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

import dev.sayso.audit.AuditedRepository;

public interface Accounts extends AuditedRepository<Account> {

	@Query("select * from account where username = :username")
	Optional<Account> findByUsername(String username);

	List<Account> findAllByOrderByName();

	long count();

	/**
	 * The administrators who may sign in, held until the transaction ends, so that two of
	 * them cannot take the right from each other at once.
	 */
	@Query("select id from account where role = 'ADMIN' and enabled = true order by id for update")
	List<UUID> holdAdministrators();

	@Modifying
	@Query("update account set last_sign_in_at = :now where id = :id")
	void signedIn(UUID id, Instant now);

	/**
	 * Changes what only the account's owner sees, without making an administrator's edit
	 * of it stale.
	 */
	@Modifying
	@Query("update account set language = :language, theme = :theme where id = :id")
	void prefer(UUID id, @Nullable String language, String theme);

}
