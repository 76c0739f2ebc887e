package dev.sayso.account.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;

/**
 * A key another system shows to use the API; kept as a hash, so that the store cannot
 * give it away.
 *
 * @param hash a plain one: tokens are long and random, so that it keeps them as well as a
 * slow one
 * @param scopes the keys of {@link ApiScope}, separated by commas; empty for one of a
 * browser
 * @param origins the websites whose pages may use it, one a line; empty for one of a
 * server
 */
public record ApiToken(@Id UUID id, @Version @Nullable Integer version, String name, String hash, String scopes,
		String origins, Instant createdAt, String createdBy, @Nullable Instant lastUsedAt,
		@Nullable Instant revokedAt) implements Audited {

	/** Keys open other things than before. */
	record Changed() {

	}

	public static ApiToken create(String name, String hash, Set<ApiScope> scopes, String by, Instant now) {
		return new ApiToken(Ids.next(), null, name, hash,
				scopes.stream().map(ApiScope::key).collect(Collectors.joining(",")), "", now, by, null, null);
	}

	/** One that stands in web pages, where anybody can read it. */
	static ApiToken browser(String name, String hash, Collection<String> origins, String by, Instant now) {
		return new ApiToken(Ids.next(), null, name, hash, "", String.join("\n", origins), now, by, null, null);
	}

	/**
	 * Whether it stands in web pages: then it opens what {@link ApiAccessRule rules} let
	 * them have, for whoever the page can prove to be.
	 */
	public boolean isBrowser() {
		return !this.origins.isEmpty();
	}

	public Set<String> originSet() {
		return this.origins.lines().collect(Collectors.toSet());
	}

	public Set<ApiScope> scopeSet() {
		return Arrays.stream(ApiScope.values())
			.filter((scope) -> Arrays.asList(this.scopes.split(",")).contains(scope.key()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ApiScope.class)));
	}

	ApiToken revoke(Instant now) {
		return new ApiToken(this.id, this.version, this.name, this.hash, this.scopes, this.origins, this.createdAt,
				this.createdBy, this.lastUsedAt, now);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("api-token", this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		if (isBrowser()) {
			fields.put("origins", this.origins.replace("\n", ", "));
		}
		else {
			fields.put("scopes", this.scopes.replace(",", ", "));
		}
		return fields;
	}

	@Override
	public @Nullable Object event(String action) {
		return action.equals("revoked") || isBrowser() ? new Changed() : null;
	}

}
