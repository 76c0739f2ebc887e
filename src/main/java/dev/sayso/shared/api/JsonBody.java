package dev.sayso.shared.api;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import dev.sayso.shared.SlowBodyException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads the body of an API call, within bounds that no caller needs to pass, as the
 * record that the API's document shows. All that is wrong is told at once: what Jackson
 * cannot bind, what the record's constraints refuse, and what only its room can tell.
 */
public final class JsonBody {

	/** The most a body may weigh, in bytes. */
	public static final int LIMIT = 1 << 20;

	public static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder().maxNestingDepth(64).build();

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(CONSTRAINTS)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
				DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.addModule(new FaultCollectingModule())
		.addHandler(new FaultCollectingModule.UnknownMembers())
		.build();

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private JsonBody() {
	}

	/**
	 * A merge patch (RFC 7396), in which null is not as good as absent.
	 *
	 * @param members those of the record, each of its kind or null
	 * @param faults what is wrong with the others
	 */
	public record Patch(ObjectNode members, List<Fault> faults) {

	}

	/**
	 * A time of RFC 3339, of four digits for the year and as exact as the store is; null
	 * where a text is none.
	 */
	public static @Nullable Instant instant(String text) {
		try {
			return text.startsWith("-", "2026".length())
					? OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * The record in the body.
	 * @throws ProblemException 400 when it is no JSON, 408 when it comes too slowly, 413
	 * when it is too large, 415 when it claims to be something else, 422 with everything
	 * that is wrong
	 */
	public static <T> T read(HttpServletRequest request, Class<T> type) {
		return read(request, type, (body) -> List.of());
	}

	/**
	 * The same.
	 * @param check tells what else is wrong; what could not be bound is null there
	 */
	public static <T> T read(HttpServletRequest request, Class<T> type, Function<T, List<Fault>> check) {
		return read(type, check, (reader) -> parse(bytes(request), (body) -> {
			try (JsonParser parser = reader.createParser(body)) {
				return (parser.nextToken() != null) ? reader.<T>readValue(parser) : null;
			}
		}));
	}

	/** The record in a tree. */
	public static <T> T read(JsonNode body, Class<T> type, Function<T, List<Fault>> check) {
		return read(type, check, (reader) -> reader.<T>readValue(body));
	}

	private static <T> T read(Class<T> type, Function<T, List<Fault>> check, Function<ObjectReader, @Nullable T> bind) {
		List<Fault> faults = new ArrayList<>();
		T body = bind.apply(reader(type, faults));
		if (body == null) {
			throw ProblemException.faulty(List.of(new Fault("", "is not an object")));
		}
		VALIDATOR.validate(body).forEach((violation) -> faults.add(BodyFaults.of(violation)));
		faults.addAll(check.apply(body));
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(BodyFaults.first(faults));
		}
		return body;
	}

	/**
	 * The patch of a record in the body.
	 * @throws ProblemException as {@link #read} does, but for faults of members
	 */
	public static Patch readPatch(HttpServletRequest request, Class<?> type) {
		if (!(parse(bytes(request), MAPPER::readTree) instanceof ObjectNode members)) {
			throw ProblemException.faulty(List.of(new Fault("", "is not an object")));
		}
		List<Fault> faults = new ArrayList<>();
		reader(type, faults).readValue(members);
		faults.forEach((fault) -> {
			JsonPointer place = JsonPointer.compile(fault.pointer());
			((ObjectNode) members.at(place.head())).remove(place.last().getMatchingProperty());
		});
		return new Patch(members, faults);
	}

	private static ObjectReader reader(Class<?> type, List<Fault> faults) {
		return MAPPER.readerFor(type).withAttribute(FaultCollectingModule.FAULTS, faults);
	}

	/** A member's name as a JSON pointer has it (RFC 6901, 3). */
	public static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	/**
	 * The body as it came.
	 * @throws ProblemException 408 when it comes too slowly, 413 when it is too large,
	 * 415 when it claims to be no JSON
	 */
	public static byte[] bytes(HttpServletRequest request) {
		return bytes(request, LIMIT);
	}

	/**
	 * The same of a body that holds many things.
	 * @param limit the most it may weigh, in bytes
	 */
	public static byte[] bytes(HttpServletRequest request, int limit) {
		if (!isJson(request.getContentType())) {
			throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
		}
		try {
			byte[] bytes = request.getInputStream().readNBytes(limit + 1);
			if (bytes.length > limit) {
				throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "A body has at most " + limit + " bytes.");
			}
			return bytes;
		}
		catch (SlowBodyException ex) {
			throw ProblemException.of(HttpStatus.REQUEST_TIMEOUT, SlowBodyException.DETAIL);
		}
		catch (IOException ex) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body did not arrive whole.");
		}
	}

	private static boolean isJson(@Nullable String type) {
		try {
			MediaType media = MediaType.parseMediaType(String.valueOf(type));
			return media.isCompatibleWith(MediaType.APPLICATION_JSON) || "merge-patch+json".equals(media.getSubtype());
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * What a parser makes of a body.
	 * @throws ProblemException 400 when it is no JSON
	 */
	public static <T extends @Nullable Object> T parse(byte[] body, Function<byte[], T> parser) {
		if (body.length == 0) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is empty.");
		}
		try {
			return parser.apply(body);
		}
		catch (JacksonException ex) {
			var place = ex.getLocation();
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is not readable JSON"
					+ ((place != null) ? " at line " + place.getLineNr() + ", column " + place.getColumnNr() : "")
					+ ".");
		}
	}

}
