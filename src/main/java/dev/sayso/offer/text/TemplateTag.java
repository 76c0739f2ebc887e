package dev.sayso.offer.text;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a text, or the literal text between two of them.
 *
 * @param name what it names; empty for literal text
 * @param otherwise what stands for a missing value; null for nothing
 * @param line where it begins, from 1
 */
public record TemplateTag(Kind kind, String name, @Nullable String otherwise, String source, int line) {

	enum Kind {

		LITERAL, VALUE, SECTION, INVERTED, END, COMMENT, PARTIAL, UNESCAPED, DELIMITERS, UNCLOSED;

		static Kind of(char first) {
			return switch (first) {
				case '#' -> SECTION;
				case '^' -> INVERTED;
				case '/' -> END;
				case '!' -> COMMENT;
				case '>', '<', '$' -> PARTIAL;
				case '{', '&' -> UNESCAPED;
				case '=' -> DELIMITERS;
				default -> VALUE;
			};
		}

		boolean opens() {
			return this == SECTION || this == INVERTED;
		}

		boolean isSilent() {
			return opens() || this == END || this == COMMENT;
		}

	}

	static TemplateTag literal(String text, int line) {
		return new TemplateTag(Kind.LITERAL, "", null, text, line);
	}

	static TemplateTag of(String inside, String source, int line) {
		String text = inside.strip();
		Kind kind = text.isEmpty() ? Kind.VALUE : Kind.of(text.charAt(0));
		if (kind != Kind.VALUE) {
			return new TemplateTag(kind, text.substring(1).strip(), null, source, line);
		}
		int pipe = text.indexOf('|');
		String otherwise = (pipe < 0) ? "" : text.substring(pipe + 1).strip();
		return new TemplateTag(kind, (pipe < 0) ? text : text.substring(0, pipe).strip(),
				otherwise.isEmpty() ? null : otherwise, source, line);
	}

	public boolean isLiteral() {
		return this.kind == Kind.LITERAL;
	}

}
