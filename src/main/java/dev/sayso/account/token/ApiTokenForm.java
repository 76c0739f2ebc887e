package dev.sayso.account.token;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * What an administrator fills in to let another system use the API.
 */
public record ApiTokenForm(
		@NotBlank(message = "{token.fault.name}") @Size(max = 200, message = "{token.fault.name}") String name,
		@NotEmpty(message = "{token.fault.scopes}") Set<ApiScope> scopes) {

	public ApiTokenForm {
		scopes = (scopes != null) ? scopes : Set.of();
	}

	static ApiTokenForm empty() {
		return new ApiTokenForm("", Set.of());
	}

}
