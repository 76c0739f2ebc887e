package dev.sayso.landing.sharing;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.NamedOrigins;

/**
 * The websites of one's own as a form has them, one a line.
 */
record SitesForm(@Nullable String origins) {

	static final int MOST = 50;

	static SitesForm of(NamedOrigins named) {
		return new SitesForm(String.join("\n", named.all().stream().sorted().toList()));
	}

	/** The first line that names none. */
	Optional<String> fault() {
		return lines().stream().filter((line) -> NamedOrigins.parse(line).isEmpty()).findFirst();
	}

	List<String> named() {
		return lines().stream().flatMap((line) -> NamedOrigins.parse(line).stream()).distinct().sorted().toList();
	}

	private List<String> lines() {
		return (this.origins == null) ? List.of() : this.origins.lines().filter((line) -> !line.isBlank()).toList();
	}

}
