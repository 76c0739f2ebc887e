package dev.sayso.offer.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds that JSON stays JSON whatever its tags are filled with: they stand in strings,
 * and a section begins and ends in the same one.
 */
public final class JsonTemplateValidator {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final List<TextFault> faults = new ArrayList<>();

	private final StringBuilder filled = new StringBuilder();

	/** In which string each section began that goes on. */
	private final Deque<Integer> begun = new ArrayDeque<>();

	private int quotes;

	private boolean escaped;

	private JsonTemplateValidator() {
	}

	public static List<TextFault> faults(String json) {
		return new JsonTemplateValidator().check(json);
	}

	private List<TextFault> check(String json) {
		TagParser.of(json).forEach(this::take);
		if (this.faults.isEmpty()) {
			parse();
		}
		return this.faults;
	}

	private void take(TemplateTag tag) {
		if (tag.isLiteral()) {
			tag.source().chars().forEach(this::read);
			this.filled.append(tag.source());
			return;
		}
		// no longer and no shorter, so that columns are told as they are
		this.filled.append("q".repeat(tag.source().length()));
		if (this.quotes % 2 == 0) {
			this.faults.add(TextFault.of("content.json.outside", tag.source(), tag.line()));
		}
		else if (tag.kind().opens()) {
			this.begun.push(this.quotes);
		}
		else if (tag.kind() == TemplateTag.Kind.END && !Integer.valueOf(this.quotes).equals(this.begun.poll())) {
			this.faults.add(TextFault.of("content.json.crossing", tag.name(), tag.line()));
		}
	}

	private void read(int character) {
		if (this.escaped) {
			this.escaped = false;
		}
		else if (character == '\\') {
			this.escaped = this.quotes % 2 == 1;
		}
		else if (character == '"') {
			this.quotes++;
		}
	}

	private void parse() {
		try {
			STRICT.readTree(this.filled.toString());
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			int line = (location != null) ? location.getLineNr() : 1;
			int column = (location != null) ? location.getColumnNr() : 1;
			this.faults.add(TextFault.of("content.json", Integer.toString(line), column));
		}
	}

}
