package dev.sayso.store;

/**
 * A picture that somebody uploaded, as it is served.
 *
 * @param hash of its bytes
 * @param type {@code png} or {@code jpg}
 * @param bytes how large it is
 */
public record UploadedImage(String hash, String type, int width, int height, int bytes) {

	/** Its address, which never shows anything else. */
	public String url() {
		return "/images/" + this.hash + "." + this.type;
	}

}
