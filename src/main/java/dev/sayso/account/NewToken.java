package dev.sayso.account;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * What an administrator fills in to let another system use the API.
 */
public record NewToken(
		@NotBlank(message = "{token.fault.name}") @Size(max = 200, message = "{token.fault.name}") String name,
		@NotEmpty(message = "{token.fault.scopes}") Set<Scope> scopes) {

	public NewToken {
		name = (name != null) ? name.strip() : "";
		scopes = (scopes != null) ? scopes : Set.of();
	}

	static NewToken empty() {
		return new NewToken("", Set.of());
	}

}
