package dev.sayso.store;

/**
 * A picture that somebody uploaded, as it is served.
 *
 * @param hash of its bytes
 * @param type {@code png} or {@code jpg}
 */
public record UploadedImage(String hash, String type, int width, int height) {

	/** Its address, which never shows anything else. */
	public String url() {
		return "/images/" + this.hash + "." + this.type;
	}

}
