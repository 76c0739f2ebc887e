package dev.sayso.offer.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a field of a placement is filled with.
 */
public enum FieldKind {

	HEADING("heading"),
	/** The only one of several lines. */
	TEXT("text"),
	/** The address of an image. */
	IMAGE("image"),
	/** What stands on a button; where it leads is a link. */
	BUTTON("button"),
	/** Where something leads. */
	LINK("link");

	private final String key;

	FieldKind(String key) {
		this.key = key;
	}

	/** Empty for a key that no kind has. */
	public static Optional<FieldKind> of(String key) {
		return Arrays.stream(values()).filter((kind) -> kind.key.equals(key)).findFirst();
	}

	/** The name in forms, in the API and in the store. */
	public String key() {
		return this.key;
	}

	/** Whether it is an address, which may stand for all of an attribute of a tag. */
	public boolean isAddress() {
		return this == IMAGE || this == LINK;
	}

	public boolean isImage() {
		return this == IMAGE;
	}

}
