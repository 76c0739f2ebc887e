package dev.sayso.account;

import java.time.Duration;

import org.springframework.security.authentication.LockedException;

/**
 * Says that too many attempts failed, and how long nobody may try again.
 */
public class SignInLockedException extends LockedException {

	private static final long serialVersionUID = 1L;

	private final Duration left;

	public SignInLockedException(Duration left) {
		super("closed after too many failures");
		this.left = left;
	}

	public long minutes() {
		return this.left.plusSeconds(59).toMinutes();
	}

}
