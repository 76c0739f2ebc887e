package dev.sayso.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.Subject;
import dev.sayso.shared.Ids;

/**
 * A key another system shows to use the API; kept as a hash, so that the store cannot
 * give it away.
 *
 * @param scopes the keys of {@link Scope}, separated by commas
 */
public record ApiToken(@Id UUID id, @Version @Nullable Integer version, String name, String hash, String scopes,
		Instant createdAt, String createdBy, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {

	public static ApiToken create(String name, String hash, Set<Scope> scopes, String by, Instant now) {
		return new ApiToken(Ids.next(), null, name, hash,
				scopes.stream().map(Scope::key).collect(Collectors.joining(",")), now, by, null, null);
	}

	public Set<Scope> scopeSet() {
		Set<Scope> set = EnumSet.noneOf(Scope.class);
		Arrays.stream(Scope.values())
			.filter((scope) -> Arrays.asList(this.scopes.split(",")).contains(scope.key()))
			.forEach(set::add);
		return set;
	}

	ApiToken revoke(Instant now) {
		return new ApiToken(this.id, this.version, this.name, this.hash, this.scopes, this.createdAt, this.createdBy,
				this.lastUsedAt, now);
	}

	Subject subject() {
		return new Subject("api-token", this.id.toString(), this.name);
	}

}
