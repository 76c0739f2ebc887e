package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What a provider posted, as it came over the line: signatures are made over exactly
 * that.
 *
 * @param url the full address under which the provider knows it, with its query
 */
public record InboundRequest(String method, String url, HttpHeaders headers, byte[] body) {

	/** A header of this name; empty where there is none. */
	public String header(String name) {
		return Optional.ofNullable(this.headers.getFirst(name)).orElse("");
	}

	/** The body as text, whatever its encoding. */
	public String text() {
		return TextEncoding.decode(this.body);
	}

	/** The same without the bytes that are no text, where any are not. */
	public String legible() {
		return TextEncoding.legible(this.body);
	}

	/** The body as a form, whatever is wrong with how it is encoded. */
	public MultiValueMap<String, String> form() {
		return form(TextEncoding::decode);
	}

	/** The same without the bytes that are no text, where any are not. */
	public MultiValueMap<String, String> legibleForm() {
		return form(TextEncoding::legible);
	}

	private MultiValueMap<String, String> form(Function<byte[], String> encoding) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		for (String field : encoding.apply(this.body).split("&")) {
			int equals = field.indexOf('=');
			if (!field.isEmpty()) {
				fields.add(decode((equals >= 0) ? field.substring(0, equals) : field, encoding),
						(equals >= 0) ? decode(field.substring(equals + 1), encoding) : "");
			}
		}
		return fields;
	}

	private static String decode(String encoded, Function<byte[], String> encoding) {
		try {
			String bytes = UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.ISO_8859_1);
			boolean plain = bytes.codePoints().allMatch((letter) -> letter <= 0xFF);
			return plain ? encoding.apply(bytes.getBytes(StandardCharsets.ISO_8859_1)) : bytes;
		}
		catch (IllegalArgumentException ex) {
			return encoded.replace('+', ' ');
		}
	}

}
