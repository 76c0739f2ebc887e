package dev.sayso.contact.check;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import org.springframework.http.HttpStatus;

/**
 * A line of a stream that asks about somebody, such as
 * {@code {"profile":"externalId:crm-204817"}}.
 *
 * @param profile whom it names; null where it is at fault
 */
record CheckLine(@Nullable String profile, @Nullable LineFault fault) {

	private static final JsonFactory JSON = new JsonFactory();

	/** Reads the tokens one by one: a tree for each line would take longer than that. */
	static CheckLine read(String text, long number) {
		if (text.length() > NdjsonLines.LONGEST) {
			return fault(number, HttpStatus.CONTENT_TOO_LARGE,
					"A line has at most " + NdjsonLines.LONGEST + " characters.");
		}
		try (JsonParser line = JSON.createParser(ObjectReadContext.empty(), text)) {
			String profile = profile(line);
			return (profile != null) ? new CheckLine(profile, null)
					: fault(number, HttpStatus.UNPROCESSABLE_CONTENT, "A line is {\"profile\":\"…\"}.");
		}
		catch (JacksonException ex) {
			return fault(number, HttpStatus.BAD_REQUEST, "The line is not readable JSON.");
		}
	}

	/** Whom the line names; null where it is readable and says something else. */
	private static @Nullable String profile(JsonParser line) {
		boolean fits = line.nextToken() == JsonToken.START_OBJECT && line.nextToken() == JsonToken.PROPERTY_NAME
				&& line.currentName().equals("profile") && line.nextToken() == JsonToken.VALUE_STRING;
		String profile = fits ? line.getString() : null;
		boolean alone = fits && line.nextToken() == JsonToken.END_OBJECT && line.nextToken() == null;
		while (line.currentToken() != null) {
			line.nextToken();
		}
		return alone ? profile : null;
	}

	private static CheckLine fault(long number, HttpStatus status, String detail) {
		return new CheckLine(null, LineFault.of(number, status, detail));
	}

}
