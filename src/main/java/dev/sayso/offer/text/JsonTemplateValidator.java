package dev.sayso.offer.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds that JSON stays JSON whatever its tags are filled with: they stand in strings, or
 * for a number or boolean; a section begins and ends in the same string. No object has a
 * name twice.
 */
public final class JsonTemplateValidator {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final JsonMapper ONCE = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final List<TextFault> faults = new ArrayList<>();

	private final StringBuilder filled = new StringBuilder();

	/** In which string each section began that goes on. */
	private final Deque<Integer> begun = new ArrayDeque<>();

	private final JsonQuotes quotes = new JsonQuotes();

	private final Map<String, Integer> fillings = new HashMap<>();

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
			this.quotes.read(tag.source());
			this.filled.append(tag.source());
			return;
		}
		this.filled.append(fill(tag));
		if (this.quotes.isOutside() && tag.kind() != TemplateTag.Kind.VALUE) {
			this.faults.add(TextFault.of("content.json.outside", tag.source(), tag.line()));
		}
		else if (tag.kind().opens()) {
			this.begun.push(this.quotes.count());
		}
		else if (tag.kind() == TemplateTag.Kind.END
				&& !Integer.valueOf(this.quotes.count()).equals(this.begun.poll())) {
			this.faults.add(TextFault.of("content.json.crossing", tag.name(), tag.line()));
		}
	}

	/**
	 * What stands for a tag: no longer and no shorter, so that columns are told as they
	 * are. Without quotes it is a number that does not join what stands beside it.
	 */
	private String fill(TemplateTag tag) {
		int length = tag.source().length();
		if (this.quotes.isOutside()) {
			return " 0" + " ".repeat(length - 2);
		}
		// a name of its own for each, so that none seems to be there twice
		String number = Integer.toString(this.fillings.computeIfAbsent(tag.source(), (key) -> this.fillings.size()));
		return "q".repeat(Math.max(1, length - number.length())) + number;
	}

	/** Whether it is a number, true, false or null. */
	static boolean isPlain(String json) {
		try {
			JsonNode read = STRICT.readTree(json);
			return read.isNumber() || read.isBoolean() || read.isNull();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private void parse() {
		try {
			ONCE.readTree(this.filled.toString());
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			int line = (location != null) ? location.getLineNr() : 1;
			int column = (location != null) ? location.getColumnNr() : 1;
			this.faults
				.add(TextFault.of(isRead() ? "content.json.twice" : "content.json", Integer.toString(line), column));
		}
	}

	/** Whether it can be read where names may be there twice. */
	private boolean isRead() {
		try {
			STRICT.readTree(this.filled.toString());
			return true;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
