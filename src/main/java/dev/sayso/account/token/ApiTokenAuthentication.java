package dev.sayso.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.shared.Sha256;

/**
 * Finds the token somebody shows and notes, once a minute at most, that it was used. A
 * token that was found is known for a second, so that a sender's many requests do not ask
 * for it each time: one revoked on another instance is refused here within that.
 */
@Component
public class ApiTokenAuthentication {

	private static final String BEARER = "Bearer ";

	private static final Duration NOTED = Duration.ofMinutes(1);

	private final ApiTokens tokens;

	private final Clock clock;

	private final Cache<String, Authentication> known = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.maximumSize(1_000)
		.build();

	private final LoadingCache<Boolean, Set<String>> origins = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.build((all) -> origins());

	ApiTokenAuthentication(ApiTokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	/** Who shows it and what they may do, where it is known and not revoked. */
	public Optional<Authentication> use(String secret) {
		return Optional.ofNullable(this.known.get(Sha256.hex(secret), this::find));
	}

	/** Who shows it in the header of a request (RFC 6750), where it is known. */
	public Optional<Authentication> find(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
				? use(header.substring(BEARER.length()).strip()) : Optional.empty();
	}

	/** Whether some token may be used by the pages of an origin. */
	public boolean isOrigin(@Nullable String origin) {
		return origin != null && this.origins.get(true).contains(origin);
	}

	private Set<String> origins() {
		return this.tokens.findBrowsers()
			.stream()
			.flatMap((token) -> token.originSet().stream())
			.collect(Collectors.toSet());
	}

	private @Nullable Authentication find(String hash) {
		Optional<ApiToken> token = this.tokens.findByHash(hash).filter((found) -> found.revokedAt() == null);
		token.ifPresent(this::note);
		return token.map(ApiTokenAuthentication::authentication).orElse(null);
	}

	private static Authentication authentication(ApiToken token) {
		List<SimpleGrantedAuthority> scopes = token.scopeSet()
			.stream()
			.map((scope) -> new SimpleGrantedAuthority(scope.authority()))
			.toList();
		return UsernamePasswordAuthenticationToken.authenticated(token, null, scopes);
	}

	@TransactionalEventListener(classes = ApiToken.Changed.class, fallbackExecution = true)
	void forget() {
		this.known.invalidateAll();
		this.origins.invalidateAll();
	}

	private void note(ApiToken token) {
		Instant now = this.clock.instant();
		if (token.lastUsedAt() == null || token.lastUsedAt().plus(NOTED).isBefore(now)) {
			this.tokens.used(token.id(), now);
		}
	}

}
