package dev.sayso.decision.api;

/**
 * Why a flag is not evaluated, as OpenFeature's protocol names it.
 */
class OfrepFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Code code;

	OfrepFailure(Code code, String details) {
		super(details, null, false, false);
		this.code = code;
	}

	enum Code {

		FLAG_NOT_FOUND, PARSE_ERROR, TARGETING_KEY_MISSING, INVALID_CONTEXT

	}

	Code code() {
		return this.code;
	}

}
