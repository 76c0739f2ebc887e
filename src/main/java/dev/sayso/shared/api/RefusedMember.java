package dev.sayso.shared.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.AccessPattern;

/**
 * Refuses a member of a record that no body may have, not even as null.
 */
public abstract class RefusedMember extends ValueDeserializer<Object> {

	private final String fault;

	protected RefusedMember(String fault) {
		this.fault = fault;
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		FaultCollectingModule.refuse(context, parser, this.fault);
		return null;
	}

	/** Null in the body, or what {@link #deserialize} made of another value. */
	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		JsonParser parser = context.getParser();
		return parser.hasToken(JsonToken.VALUE_NULL) ? deserialize(parser, context) : null;
	}

	@Override
	public AccessPattern getNullAccessPattern() {
		return AccessPattern.DYNAMIC;
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return null;
	}

}
