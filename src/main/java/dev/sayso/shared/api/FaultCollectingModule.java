package dev.sayso.shared.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JacksonStdImpl;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.type.MapType;

import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Lets Jackson bind what it can and note where a value is not of the kind that belongs
 * there, instead of converting it, or throwing at the first.
 */
final class FaultCollectingModule extends SimpleModule {

	/** The attribute of a reader for the list of what is wrong. */
	static final String FAULTS = FaultCollectingModule.class.getName();

	private static final long serialVersionUID = 1L;

	FaultCollectingModule() {
		setDeserializerModifier(new Modifier());
	}

	@SuppressWarnings("unchecked")
	static void note(DeserializationContext context, JsonPointer place, String detail) {
		((List<Fault>) Objects.requireNonNull(context.getAttribute(FAULTS))).add(new Fault(place.toString(), detail));
	}

	/** Notes a value, and goes behind it. */
	static void refuse(DeserializationContext context, JsonParser parser, String detail) {
		note(context, parser.streamReadContext().pathAsPointer(), detail);
		parser.skipChildren();
	}

	/** Notes members that a record does not have. */
	static final class UnknownMembers extends DeserializationProblemHandler {

		/**
		 * Notes one. Those of a record come from a buffer, when the parser is behind it.
		 */
		@Override
		public boolean handleUnknownProperty(DeserializationContext context, JsonParser members,
				ValueDeserializer<?> deserializer, Object owner, String name) {
			JsonPointer at = context.getParser().streamReadContext().pathAsPointer();
			note(context, (members == context.getParser()) ? at : at.appendProperty(name), "is not known");
			members.skipChildren();
			return true;
		}

	}

	private static final class Modifier extends ValueDeserializerModifier {

		private static final long serialVersionUID = 1L;

		@Override
		public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier type,
				ValueDeserializer<?> deserializer) {
			return (deserializer.logicalType() == LogicalType.Textual) ? new CheckedText(deserializer)
					: new Checked(deserializer);
		}

		@Override
		public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
				BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
			return new Checked(deserializer);
		}

		@Override
		public ValueDeserializer<?> modifyMapDeserializer(DeserializationConfig config, MapType type,
				BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
			return new Checked(deserializer);
		}

	}

	/**
	 * Binds a value of the right kind, and notes any other. For Jackson it is as good as
	 * its own, so that what is free in shape is read without it.
	 */
	@JacksonStdImpl
	private static class Checked extends DelegatingDeserializer {

		Checked(ValueDeserializer<?> binding) {
			super(binding);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> binding) {
			return new Checked(binding);
		}

		@Override
		public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
			LogicalType type = logicalType();
			if (type == LogicalType.Integer) {
				return wholeNumber(parser);
			}
			String fault = (type != null) ? fault(type, parser.currentToken()) : null;
			if (fault != null) {
				refuse(context, parser, fault);
				return getNullValue(context);
			}
			if (LocalDate.class.equals(handledType())) {
				return day(parser, context);
			}
			if (Instant.class.equals(handledType())) {
				return instant(parser, context);
			}
			Object value = super.deserialize(parser, context);
			if (type == LogicalType.Map || type == LogicalType.Untyped) {
				dropNulls(value);
			}
			return value;
		}

		private static @Nullable String fault(LogicalType type, JsonToken token) {
			return switch (type) {
				case Textual -> (token == JsonToken.VALUE_STRING) ? null : "is not a text";
				case Boolean -> token.isBoolean() ? null : "is neither true nor false";
				case Collection -> (token == JsonToken.START_ARRAY) ? null : "is not a list";
				case Map, POJO -> (token == JsonToken.START_OBJECT) ? null : "is not an object";
				default -> null;
			};
		}

		/** Of four digits for the year, as RFC 3339 has them. */
		private static @Nullable LocalDate day(JsonParser parser, DeserializationContext context) {
			String text = (parser.currentToken() == JsonToken.VALUE_STRING) ? parser.getString() : "";
			try {
				if (text.length() == "2026-12-31".length()) {
					return LocalDate.parse(text);
				}
			}
			catch (DateTimeParseException ex) {
				// noted as any other
			}
			refuse(context, parser, "is not a date, such as 2026-12-31");
			return null;
		}

		private static @Nullable Instant instant(JsonParser parser, DeserializationContext context) {
			Instant instant = JsonBody
				.instant((parser.currentToken() == JsonToken.VALUE_STRING) ? parser.getString() : "");
			if (instant == null) {
				refuse(context, parser, "is not a time of RFC 3339, such as 2026-12-31T20:47:12Z");
			}
			return instant;
		}

		/**
		 * What is none is out of any bounds: the constraint that has them says what
		 * belongs there.
		 */
		private static int wholeNumber(JsonParser parser) {
			double number = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
			parser.skipChildren();
			return (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) ? (int) number
					: Integer.MIN_VALUE;
		}

		/** Within what is free in shape, null is as good as absent. */
		private static void dropNulls(@Nullable Object value) {
			Collection<?> within = (value instanceof Map<?, ?> map) ? map.values()
					: (value instanceof Collection<?> list) ? list : List.of();
			if (!within.isEmpty()) {
				within.removeIf(Objects::isNull);
				within.forEach(Checked::dropNulls);
			}
		}

	}

	/** The same for texts: what Jackson takes for its own it leaves out in lists. */
	private static final class CheckedText extends Checked {

		CheckedText(ValueDeserializer<?> binding) {
			super(binding);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> binding) {
			return new CheckedText(binding);
		}

	}

}
