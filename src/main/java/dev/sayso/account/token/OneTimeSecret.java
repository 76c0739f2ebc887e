package dev.sayso.account.token;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * A password or token that is shown this once, in the answer to the request that made it:
 * so that it is in no URL, no session and no store.
 *
 * @param kind {@code password} or {@code token}
 * @param owner whose it is
 * @param username what to sign in as; empty for a token
 * @param value the secret itself
 * @param back where the page leads on to
 */
public record OneTimeSecret(String kind, String owner, String username, String value, String back) {

	public static OneTimeSecret password(String owner, String username, String value) {
		return new OneTimeSecret("password", owner, username, value, "/settings/accounts");
	}

	static OneTimeSecret token(String owner, String value) {
		return new OneTimeSecret("token", owner, "", value, "/settings/api-tokens");
	}

	/** Names the view that shows it, and keeps every cache from keeping it. */
	public String show(Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.CREATED.value());
		response.setHeader("Cache-Control", "no-store");
		model.addAttribute("secret", this);
		return "account/token/secret";
	}

	@Override
	public String toString() {
		return "OneTimeSecret[" + this.kind + " of " + this.owner + "]";
	}

}
