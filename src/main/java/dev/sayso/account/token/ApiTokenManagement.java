package dev.sayso.account.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Sha256;

@Component
public class ApiTokenManagement {

	/** Tells people and scanners of leaked secrets what they found. */
	private static final String PREFIX = "sayso_";

	/** Tells them that it may stand in pages that everybody reads. */
	private static final String BROWSER_PREFIX = "sayso_browser_";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final ApiTokens tokens;

	private final AuditedChanges changes;

	private final Clock clock;

	ApiTokenManagement(ApiTokens tokens, AuditedChanges changes, Clock clock) {
		this.tokens = tokens;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * @return the token itself, which nothing but this answer ever holds
	 */
	@Transactional
	public String create(ApiTokenForm form, Actor actor) {
		String secret = secret(PREFIX);
		this.changes.create(this.tokens,
				ApiToken.create(form.name(), Sha256.hex(secret), form.scopes(), actor.name(), this.clock.instant()),
				actor);
		return secret;
	}

	/**
	 * Creates one for web pages.
	 * @return the token itself
	 */
	@Transactional
	public String create(BrowserTokenForm form, Actor actor) {
		String secret = secret(BROWSER_PREFIX);
		this.changes.create(this.tokens,
				ApiToken.browser(form.name(), Sha256.hex(secret), form.named(), actor.name(), this.clock.instant()),
				actor);
		return secret;
	}

	private static String secret(String prefix) {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	@Transactional
	public void revoke(ApiToken token, Actor actor) {
		if (token.revokedAt() == null) {
			this.changes.save(this.tokens, token.revoke(this.clock.instant()), "revoked", List.of(), actor);
		}
	}

}
