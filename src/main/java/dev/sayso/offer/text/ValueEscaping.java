package dev.sayso.offer.text;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

enum ValueEscaping {

	NONE {
		@Override
		@Nullable String escape(char character) {
			return null;
		}
	},
	/** In the text of an element or in quotes of an attribute. */
	HTML {
		@Override
		@Nullable String escape(char character) {
			return switch (character) {
				case '&' -> "&amp;";
				case '<' -> "&lt;";
				case '>' -> "&gt;";
				case '"' -> "&#34;";
				case '\'' -> "&#39;";
				case '`' -> "&#96;";
				// a tool that sends it on may have tags of its own
				case '{' -> "&#123;";
				default -> (character < ' ' && character != '\t' && character != '\n' && character != '\r') ? "" : null;
			};
		}
	},
	/** In a string, also of JSON in a script. */
	JSON {
		@Override
		@Nullable String escape(char character) {
			return switch (character) {
				case '"' -> "\\\"";
				case '\\' -> "\\\\";
				case '<', '>', '&', '\u2028', '\u2029' -> String.format("\\u%04x", (int) character);
				default -> (character < ' ') ? String.format("\\u%04x", (int) character) : null;
			};
		}
	},
	/** A whole address, in quotes of an attribute; one that is not safe is left out. */
	ADDRESS {
		@Override
		@Nullable String escape(char character) {
			return HTML.escape(character);
		}

		@Override
		void write(String value, StringBuilder out) {
			if (LinkAddress.isLink(value)) {
				HTML.write(value, out);
			}
		}
	},
	/** In an address, after its host. */
	URL {
		@Override
		@Nullable String escape(char character) {
			boolean plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
					|| (character >= '0' && character <= '9') || character == '-' || character == '.'
					|| character == '_' || character == '~';
			return plain ? null : "";
		}

		@Override
		void escape(String value, StringBuilder out) {
			for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
				if (octet > 0 && escape((char) octet) == null) {
					out.append((char) octet);
				}
				else {
					out.append('%')
						.append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xF, 16)))
						.append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
				}
			}
		}
	};

	abstract @Nullable String escape(char character);

	/** Whether machines read it, which want days and times as ISO 8601 has them. */
	boolean isForMachines() {
		return this == JSON || this == URL;
	}

	void write(String value, StringBuilder out) {
		for (int at = 0; at < value.length(); at++) {
			if (escape(value.charAt(at)) != null) {
				escape(value, out);
				return;
			}
		}
		out.append(value);
	}

	void escape(String value, StringBuilder out) {
		for (int at = 0; at < value.length(); at++) {
			String instead = escape(value.charAt(at));
			if (instead != null) {
				out.append(instead);
			}
			else {
				out.append(value.charAt(at));
			}
		}
	}

}
