package dev.sayso.account.security;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import dev.sayso.account.Account;
import dev.sayso.account.AccountPrincipal;
import dev.sayso.account.Accounts;
import dev.sayso.account.SignInFailureCount;
import dev.sayso.account.SignInFailures;

/**
 * Looks at a name and a password: failures are counted by name and network and by
 * network, slowed and then refused for a while, alike for names that exist and names that
 * do not. A device on which the account signed in before is counted for itself.
 */
@Component
class SignInProvider implements AuthenticationProvider {

	private static final int SLOWED_AT_ONCE = 20;

	private final DaoAuthenticationProvider passwords;

	private final Accounts accounts;

	private final SignInFailures failures;

	private final NetworkSignInLimit networks;

	private final Clock clock;

	private final Semaphore slowed = new Semaphore(SLOWED_AT_ONCE);

	SignInProvider(Accounts accounts, PasswordEncoder encoder, SignInFailures failures, NetworkSignInLimit networks,
			Clock clock) {
		this.passwords = new DaoAuthenticationProvider((username) -> accounts.findByUsername(Account.username(username))
			.map(AccountPrincipal::new)
			.orElseThrow(() -> new UsernameNotFoundException("no such account")));
		this.passwords.setPasswordEncoder(encoder);
		this.accounts = accounts;
		this.failures = failures;
		this.networks = networks;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		SignInSource source = source(request);
		if (!source.known()) {
			this.networks.begin(source.address());
		}
		Authentication signedIn;
		try {
			signedIn = look(request, this.failures.begin(request.getName(), source.counted()));
		}
		catch (BadCredentialsException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			giveBack(source);
			throw ex;
		}
		this.failures.forget(request.getName(), source.counted());
		giveBack(source);
		if (signedIn.getPrincipal() instanceof AccountPrincipal user) {
			this.accounts.signedIn(user.id(), this.clock.instant());
		}
		return signedIn;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	/** What was no wrong password does not count against a network. */
	private void giveBack(SignInSource source) {
		if (!source.known()) {
			this.networks.giveBack(source.address());
		}
	}

	private Authentication look(Authentication request, SignInFailureCount attempt) {
		try {
			return this.passwords.authenticate(request);
		}
		catch (InternalAuthenticationServiceException ex) {
			throw ex;
		}
		catch (AuthenticationException ex) {
			slow(attempt.delay());
			throw ex;
		}
	}

	private void slow(Duration delay) {
		if (delay.isZero() || !this.slowed.tryAcquire()) {
			return;
		}
		try {
			Thread.sleep(delay.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.slowed.release();
		}
	}

	private static SignInSource source(Authentication request) {
		return (request.getDetails() instanceof SignInSource source) ? source : new SignInSource("unknown", null);
	}

}
