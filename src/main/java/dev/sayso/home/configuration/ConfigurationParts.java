package dev.sayso.home.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.store.ConfigurationPart;

/**
 * The kinds of things there are in a file, each behind those that it names.
 */
@Component
class ConfigurationParts {

	private final List<ConfigurationPart<?>> all;

	ConfigurationParts(List<ConfigurationPart<?>> all) {
		this.all = List.copyOf(all);
	}

	List<ConfigurationPart<?>> all() {
		return this.all;
	}

	Optional<ConfigurationPart<?>> find(String kind) {
		return this.all.stream().filter((part) -> part.kind().equals(kind)).findFirst();
	}

	/** Their names, as a refusal lists them. */
	String names() {
		return this.all.stream().map(ConfigurationPart::kind).collect(Collectors.joining(", "));
	}

}
