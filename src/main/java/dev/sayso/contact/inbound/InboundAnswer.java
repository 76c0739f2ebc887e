package dev.sayso.contact.inbound;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a provider is answered.
 *
 * @param type null where there is no body
 */
public record InboundAnswer(HttpStatus status, @Nullable MediaType type, String body) {

	/** Taken, and nothing to say of it. */
	public static final InboundAnswer TAKEN = new InboundAnswer(HttpStatus.NO_CONTENT, null, "");

	public static InboundAnswer json(String body) {
		return new InboundAnswer(HttpStatus.OK, MediaType.APPLICATION_JSON, body);
	}

	public static InboundAnswer xml(String body) {
		return new InboundAnswer(HttpStatus.OK, MediaType.TEXT_XML, body);
	}

	/** Nothing in it can be understood, and sending it again will not help. */
	public static InboundAnswer unreadable() {
		return new InboundAnswer(HttpStatus.BAD_REQUEST, null, "");
	}

}
