package dev.sayso.store;

/**
 * An upload is no picture that can be taken.
 */
public final class RefusedImageException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String code;

	RefusedImageException(String code) {
		super(code);
		this.code = code;
	}

	/** Message key of what is wrong. */
	public String code() {
		return this.code;
	}

}
