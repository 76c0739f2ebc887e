package dev.sayso.service;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.validation.constraints.Size;

import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * How often it can come.
 *
 * @param key empty for a new one
 * @param words in each of the languages, in their order
 */
record FrequencyRow(String key, @Size(max = 100, message = "{service.fault.frequency.long}") String name,
		List<String> words) {

	FrequencyRow {
		Choices.check(key.isEmpty() || Slug.isSlug(key));
		List<String> typed = (words != null) ? words : List.of();
		words = IntStream.range(0, ServiceForm.LANGUAGES.size())
			.mapToObj((at) -> (at < typed.size()) ? Objects.requireNonNullElse(typed.get(at), "").strip() : "")
			.toList();
	}

	static FrequencyRow blank() {
		return new FrequencyRow("", "", List.of());
	}

	static FrequencyRow of(Frequency frequency) {
		return new FrequencyRow(frequency.key(), frequency.name(),
				ServiceForm.LANGUAGES.stream()
					.map((language) -> frequency.names().getOrDefault(language, ""))
					.toList());
	}

	boolean isBlank() {
		return this.name.isEmpty() && this.words.stream().allMatch(String::isEmpty);
	}

}
