package dev.sayso.account;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of an account.
 *
 * @param version the version that the form showed
 */
record AccountForm(
		@NotBlank(message = "{account.fault.name}") @Size(max = 200, message = "{account.fault.name}") String name,
		@NotNull(message = "{account.fault.role}") @Nullable Role role, boolean enabled, int version) {

	static AccountForm of(Account account) {
		return new AccountForm(account.name(), account.role(), account.enabled(),
				Objects.requireNonNullElse(account.version(), 0));
	}

	boolean isStale(Account account) {
		return !Objects.equals(account.version(), this.version);
	}

}
