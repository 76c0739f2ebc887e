package dev.sayso.account;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;

/**
 * What administrators do to accounts, and people to their own; each act is told in the
 * audit, and what takes a right away ends the sessions that had it.
 */
@Component
class AccountManagement {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInFailures failures;

	private final AuditedChanges changes;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	AccountManagement(Accounts accounts, PasswordEncoder passwords, SignInFailures failures, AuditedChanges changes,
			Clock clock, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.failures = failures;
		this.changes = changes;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * @return the password to hand over; null where the administrator set one. Either is
	 * good until its owner chose another
	 */
	@Transactional
	public @Nullable String create(NewAccountForm form, Actor actor) {
		boolean generated = form.password().isEmpty();
		String password = generated ? PasswordPolicy.make() : form.password();
		Account account = Account.create(form.username(), form.name(), this.passwords.encode(password), form.role(),
				this.clock.instant());
		this.changes.create(this.accounts, account.secure(account.password(), true), actor);
		return generated ? password : null;
	}

	/**
	 * @throws LastAdministrator where nobody would be left to administer
	 */
	@Transactional
	public Account edit(Account account, AccountForm form, Actor actor) {
		Account changed = account.edit(form.name(), form.role(), form.enabled());
		if (account.administers() && !changed.administers()
				&& this.accounts.holdAdministrators().equals(List.of(account.id()))) {
			throw new LastAdministrator();
		}
		Account saved = this.changes.edit(this.accounts, account, changed, actor);
		if (account.role() != saved.role() || account.enabled() != saved.enabled()) {
			endSessions(account, null);
		}
		return saved;
	}

	/**
	 * @return the password to hand over, good until its owner chose another
	 */
	@Transactional
	public String resetPassword(Account account, Actor actor) {
		String password = PasswordPolicy.make();
		this.failures.forget(account.username());
		this.changes.save(this.accounts, account.secure(this.passwords.encode(password), true), "password-reset",
				List.of(), actor);
		endSessions(account, null);
		return password;
	}

	@Transactional
	public void unlock(Account account, Actor actor) {
		this.failures.forget(account.username());
		this.changes.record(account, "unlocked", List.of(), actor);
	}

	boolean isCurrent(Account account, String password) {
		return this.passwords.matches(password, account.password());
	}

	@Transactional
	public Account changePassword(Account account, String password, String session, Actor actor) {
		Account changed = this.changes.save(this.accounts, account.secure(this.passwords.encode(password), false),
				"password-changed", List.of(), actor);
		endSessions(account, session);
		return changed;
	}

	@Transactional
	public void signOutEverywhere(Account account, Actor actor) {
		this.changes.record(account, "signed-out", List.of(), actor);
		endSessions(account, null);
	}

	private void endSessions(Account account, @Nullable String except) {
		this.events.publishEvent(new SessionTermination.SessionsEnded(account.username(), except));
	}

	static class LastAdministrator extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
