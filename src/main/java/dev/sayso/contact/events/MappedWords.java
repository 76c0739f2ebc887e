package dev.sayso.contact.events;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which values mean what, compared without case.
 */
record MappedWords(Map<MappedType, List<String>> words) {

	static final MappedWords NONE = new MappedWords(Map.of());

	MappedWords {
		Map<MappedType, List<String>> ordered = new EnumMap<>(MappedType.class);
		ordered.putAll(words);
		ordered.values().removeIf(List::isEmpty);
		words = ordered;
	}

	Optional<MappedType> find(String value) {
		return this.words.entrySet()
			.stream()
			.filter((each) -> each.getValue().stream().anyMatch((word) -> word.equalsIgnoreCase(value.strip())))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Those that mean one thing, as one types them. */
	String text(MappedType type) {
		return String.join(", ", this.words.getOrDefault(type, List.of()));
	}

}
