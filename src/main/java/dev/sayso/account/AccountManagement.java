package dev.sayso.account;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;

/**
 * What an administrator does to accounts; each act is told in the audit, and what takes a
 * right away ends the sessions that had it.
 */
@Component
class AccountManagement {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInFailures failures;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	AccountManagement(Accounts accounts, PasswordEncoder passwords, SignInFailures failures, Audit audit, Clock clock,
			ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.failures = failures;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * @return the password to hand over; null where the administrator set one
	 */
	@Transactional
	public @Nullable String create(NewAccountForm form, Actor actor) {
		boolean generated = form.password().isEmpty();
		String password = generated ? PasswordPolicy.make() : form.password();
		Account account = Account.create(form.username(), form.name(), this.passwords.encode(password), form.role(),
				this.clock.instant());
		Account saved = this.accounts.save(generated ? account.secure(account.password(), true) : account);
		this.audit.write(actor, "created", saved.subject(), FieldChange.between(java.util.Map.of(), saved.fields()));
		return generated ? password : null;
	}

	/**
	 * @throws LastAdministrator where nobody would be left to administer
	 */
	@Transactional
	public Account edit(Account account, AccountForm form, Actor actor) {
		Account changed = account.edit(form.name(), form.role(), form.enabled());
		List<FieldChange> changes = FieldChange.between(account.fields(), changed.fields());
		if (changes.isEmpty()) {
			return account;
		}
		if (account.administers() && !changed.administers()
				&& this.accounts.holdAdministrators().equals(List.of(account.id()))) {
			throw new LastAdministrator();
		}
		Account saved = this.accounts.save(changed);
		this.audit.write(actor, "edited", saved.subject(), changes);
		if (account.role() != saved.role() || account.enabled() != saved.enabled()) {
			this.events.publishEvent(new SessionsEnded(account.username(), null));
		}
		return saved;
	}

	/**
	 * @return the password to hand over, good until its owner chose another
	 */
	@Transactional
	public String resetPassword(Account account, Actor actor) {
		String password = PasswordPolicy.make();
		this.accounts.save(account.secure(this.passwords.encode(password), true));
		this.failures.forget(account.username());
		this.audit.write(actor, "password-reset", account.subject(), List.of());
		this.events.publishEvent(new SessionsEnded(account.username(), null));
		return password;
	}

	@Transactional
	public void unlock(Account account, Actor actor) {
		this.failures.forget(account.username());
		this.audit.write(actor, "unlocked", account.subject(), List.of());
	}

	/** Says that the last one who can administer has to stay. */
	static class LastAdministrator extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
