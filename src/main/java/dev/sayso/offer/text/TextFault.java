package dev.sayso.offer.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong in what an offer says.
 *
 * @param code message key under {@code offer.}
 * @param name what the message names first: a tag, a field, an element
 * @param field key of the field of the placement that it is in; empty for none
 */
public record TextFault(String code, String name, List<Object> details, String field) {

	public static TextFault of(String code, String name, Object... details) {
		return new TextFault(code, name, List.of(details), "");
	}

	/** The same in a field of the placement. */
	public TextFault in(ContentField in) {
		return new TextFault(this.code, this.name, this.details, in.key());
	}

	public String key() {
		return "offer." + this.code;
	}

	public Object[] args() {
		return Stream.concat(Stream.of(this.name), this.details.stream()).toArray();
	}

}
