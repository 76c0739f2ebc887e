package dev.sayso.account;

import org.springframework.validation.Errors;

/**
 * What somebody fills in to change their own password.
 */
record PasswordForm(String current, String password, String repeat) {

	static PasswordForm empty() {
		return new PasswordForm("", "", "");
	}

	/** Checks what can be seen without the store. */
	void check(String username, String name, Errors errors) {
		PasswordPolicy.fault(this.password, username, name)
			.ifPresent((fault) -> errors.rejectValue("password", "account.password.fault." + fault));
		if (!this.password.equals(this.repeat)) {
			errors.rejectValue("repeat", "account.password.fault.repeat");
		}
		if (!this.password.isEmpty() && this.password.equals(this.current)) {
			errors.rejectValue("password", "account.password.fault.same");
		}
	}

	/** Never shows what was typed. */
	@Override
	public String toString() {
		return "PasswordForm";
	}

}
