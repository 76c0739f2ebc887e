package dev.sayso.account.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;

/**
 * Makes and revokes the API's keys.
 */
@Component
public class ApiTokenManagement {

	/** Tells people and scanners of leaked secrets what they found. */
	private static final String PREFIX = "sayso_";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final ApiTokens tokens;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	ApiTokenManagement(ApiTokens tokens, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.tokens = tokens;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * @return the token itself, which nothing but this answer ever holds
	 */
	@Transactional
	public String create(ApiTokenForm form, Actor actor) {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		ApiToken token = this.tokens.save(ApiToken.create(form.name(), ApiTokenAuthentication.hash(secret),
				form.scopes(), actor.name(), this.clock.instant()));
		this.audit.write(actor, "created", token.subject(), FieldChange.between(Map.of(),
				Map.of("name", token.name(), "scopes", token.scopes().replace(",", ", "))));
		return secret;
	}

	@Transactional
	public void revoke(ApiToken token, Actor actor) {
		if (token.revokedAt() == null) {
			this.tokens.save(token.revoke(this.clock.instant()));
			this.audit.write(actor, "revoked", token.subject(), List.of());
			this.events.publishEvent(new ApiTokenRevoked());
		}
	}

}
