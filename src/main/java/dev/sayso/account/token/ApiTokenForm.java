package dev.sayso.account.token;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

public record ApiTokenForm(
		@NotBlank(message = "{token.fault.name}") @Size(max = 200, message = "{token.fault.name}") String name,
		@NotEmpty(message = "{token.fault.scopes}") Set<ApiScope> scopes) {

	public ApiTokenForm {
		scopes = (scopes != null) ? scopes : Set.of();
	}

}
