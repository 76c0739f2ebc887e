package dev.sayso.decision.api;

import dev.sayso.shared.api.FlagFailure.Code;

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

	Code code() {
		return this.code;
	}

}
