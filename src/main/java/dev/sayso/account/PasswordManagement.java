package dev.sayso.account;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;

/**
 * Gives somebody the password they chose, and ends their other sessions.
 */
@Component
class PasswordManagement {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final AuditedChanges changes;

	private final ApplicationEventPublisher events;

	PasswordManagement(Accounts accounts, PasswordEncoder passwords, AuditedChanges changes,
			ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.changes = changes;
		this.events = events;
	}

	boolean isCurrent(Account account, String password) {
		return this.passwords.matches(password, account.password());
	}

	@Transactional
	public Account to(Account account, String password, String session, Actor actor) {
		Account changed = this.changes.save(this.accounts, account.secure(this.passwords.encode(password), false),
				"password-changed", List.of(), actor);
		this.events.publishEvent(new SessionsEnded(account.username(), session));
		return changed;
	}

	@Transactional
	public void signOutEverywhere(Account account, Actor actor) {
		this.changes.record(account, "signed-out", List.of(), actor);
		this.events.publishEvent(new SessionsEnded(account.username(), null));
	}

}
