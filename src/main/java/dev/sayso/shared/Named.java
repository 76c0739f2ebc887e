package dev.sayso.shared;

/**
 * A thing that people know by its name and programs by its key.
 */
public interface Named {

	String slug();

	String name();

	/** Its name without case and accents. */
	default String searchName() {
		return TextNormalizer.text(name());
	}

}
