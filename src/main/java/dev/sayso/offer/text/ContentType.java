package dev.sayso.offer.text;

import java.util.Arrays;
import java.util.Optional;

public enum ContentType {

	TEXT("text"), HTML("html"),
	/** The address of an image, with its description and where it leads. */
	IMAGE_LINK("imageLink"), JSON("json"),
	/** Named fields, and a template that makes HTML of them. */
	FIELDS("fields");

	private final String key;

	ContentType(String key) {
		this.key = key;
	}

	public static Optional<ContentType> of(String key) {
		return Arrays.stream(values()).filter((type) -> type.key.equals(key)).findFirst();
	}

	/** Whether what it shows in the end is HTML. */
	public boolean isMarkup() {
		return this == HTML || this == FIELDS;
	}

	/** The name in forms, in the API and in the store. */
	public String key() {
		return this.key;
	}

}
