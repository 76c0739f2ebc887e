package dev.sayso.offer.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field that marketers fill in, named by whoever owns the site.
 *
 * @param key by which templates and programs know it
 * @param label what marketers read
 * @param kind the key of a {@link FieldKind}
 * @param mandatory whether an offer that is approved has to say something in it
 * @param longest how many characters it may have; what names stand for is not counted
 */
public record ContentField(String key, String label, String kind, boolean mandatory, int longest) {

	public static final int LONGEST = 5000;

	public static final int LONGEST_LABEL = 100;

	private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

	public static boolean isKey(String key) {
		return KEY.matcher(key).matches();
	}

	/** As its key has it; plain text where that is none. */
	public FieldKind filledWith() {
		return FieldKind.of(this.kind).orElse(FieldKind.TEXT);
	}

	/** Whether so much fits in. */
	public boolean fits(String value) {
		return TagParser.of(value)
			.stream()
			.map((tag) -> tag.isLiteral() ? tag.source() : "")
			.collect(Collectors.joining())
			.length() <= this.longest;
	}

	/** By what a template names it. */
	public String written() {
		return "{{" + ContentLayout.PREFIX + this.key + "}}";
	}

}
