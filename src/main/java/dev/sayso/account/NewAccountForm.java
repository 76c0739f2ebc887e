package dev.sayso.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What an administrator fills in for somebody new; without a password one is made.
 */
record NewAccountForm(
		@NotBlank(message = "{account.fault.username}") @Pattern(regexp = "|[a-z0-9][a-z0-9._@+-]{1,99}",
				message = "{account.fault.username}") String username,
		@NotBlank(message = "{account.fault.name}") @Size(max = 200, message = "{account.fault.name}") String name,
		@NotNull(message = "{account.fault.role}") @Nullable Role role, String password) {

	NewAccountForm {
		username = Account.username(username);
		name = name.strip();
	}

	void check(Errors errors) {
		if (!this.password.isEmpty()) {
			PasswordPolicy.fault(this.password, this.username, this.name)
				.ifPresent((fault) -> errors.rejectValue("password", "account.password.fault." + fault));
		}
	}

	/** Never shows the password. */
	@Override
	public String toString() {
		return "NewAccountForm[" + this.username + "]";
	}

}
