package dev.sayso.contact.text;

import org.jspecify.annotations.Nullable;

/**
 * How a text was understood.
 *
 * @param language of its words; null where they are of none or of several
 * @param mentionsStop whether a stop word stands in it, among others that are none, or
 * what looks like one
 */
record TextReading(TextMeaning meaning, @Nullable String language, boolean mentionsStop) {

	TextReading as(TextMeaning other) {
		return new TextReading(other, this.language, this.mentionsStop);
	}

}
