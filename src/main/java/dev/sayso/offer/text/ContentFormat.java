package dev.sayso.offer.text;

/**
 * What a placement shows.
 *
 * @param layout its fields and their template; none where it shows something else
 */
public record ContentFormat(ContentType type, ContentLayout layout) {

	/** What has no fields. */
	public static ContentFormat of(ContentType type) {
		return new ContentFormat(type, ContentLayout.NONE);
	}

	public boolean hasFields() {
		return this.type == ContentType.FIELDS;
	}

}
