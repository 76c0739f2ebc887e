package dev.sayso.shared;

import java.util.UUID;
import java.util.stream.Stream;

/**
 * A thing that people know by its name and programs by its key.
 */
public interface Named {

	UUID id();

	String slug();

	String name();

	/** Its name without case and accents. */
	default String searchName() {
		return TextNormalizer.text(name());
	}

	/** Whether the words are in its name and key, or its id was typed. */
	default boolean isFoundBy(SearchWords words) {
		return words.areIn(Stream.of(searchName(), slug())) || words.text().equals(id().toString());
	}

}
