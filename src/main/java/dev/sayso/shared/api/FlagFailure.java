package dev.sayso.shared.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a flag, or all of them, are not evaluated, as OpenFeature's remote evaluation
 * protocol (OFREP) has it.
 *
 * @param key absent where it is about all
 */
@Schema(name = "FlagFailure")
public record FlagFailure(@Nullable String key, Code errorCode, @Nullable String errorDetails) {

	/** The protocol's words for it. */
	public enum Code {

		FLAG_NOT_FOUND, PARSE_ERROR, TARGETING_KEY_MISSING, INVALID_CONTEXT, GENERAL

	}

}
