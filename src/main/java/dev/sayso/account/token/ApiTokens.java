package dev.sayso.account.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

import dev.sayso.audit.AuditedRepository;

/**
 * All the API's keys, revoked ones included.
 */
public interface ApiTokens extends AuditedRepository<ApiToken> {

	@Query("select * from api_token where hash = :hash")
	Optional<ApiToken> findByHash(String hash);

	/** Those of web pages that open something, each with the origins it is bound to. */
	@Query("select * from api_token where origins <> '' and revoked_at is null")
	List<ApiToken> findBrowsers();

	List<ApiToken> findAllByOrderByCreatedAtDesc();

	boolean existsByNameAndRevokedAtIsNull(String name);

	@Modifying
	@Query("update api_token set last_used_at = :now where id = :id")
	void used(UUID id, Instant now);

}
