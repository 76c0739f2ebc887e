package dev.sayso.account.token;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.sayso.shared.NamedOrigins;

/**
 * A token for web pages as a form has it.
 *
 * @param origins of the websites whose pages have it, one a line
 */
record BrowserTokenForm(
		@NotBlank(message = "{token.fault.name}") @Size(max = 200, message = "{token.fault.name}") String name,
		@NotBlank(message = "{token.fault.origins}") String origins) {

	private static final int MOST = 20;

	private static final int LONGEST = 3_900;

	BrowserTokenForm {
		origins = (origins != null) ? origins : "";
	}

	/** The first line that names no origin. */
	Optional<String> fault() {
		return lines().stream().filter((line) -> NamedOrigins.parse(line).isEmpty()).findFirst();
	}

	List<String> named() {
		return lines().stream().flatMap((line) -> NamedOrigins.parse(line).stream()).distinct().sorted().toList();
	}

	@AssertTrue(message = "{token.fault.origins.many}")
	boolean isFew() {
		return lines().size() <= MOST && this.origins.length() <= LONGEST;
	}

	private List<String> lines() {
		return this.origins.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
