package dev.sayso.account;

import org.springframework.validation.Errors;

record PasswordForm(String current, String password, String repeat) {

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
