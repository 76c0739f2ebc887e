package dev.sayso.contact.inbound;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads texts whose encoding nobody tells, as gateways send them: nothing is too broken
 * to be read as something.
 */
public final class TextEncoding {

	private static final Charset WESTERN = Charset.forName("windows-1252");

	/** What says the order of the bytes, and nothing else. */
	private static final String MARK = "\uFEFF";

	/** The same of UTF-8, taken for western. */
	private static final String WESTERN_MARK = "\u00EF\u00BB\u00BF";

	/** Letters of UTF-16 in hexadecimal digits, as modems give them. */
	private static final Pattern UCS2 = Pattern.compile("(?:0[0-9A-Fa-f]{3}){2,2000}");

	private TextEncoding() {
	}

	/**
	 * Bytes as UTF-8; as UTF-16 where it looks like that, and as western where it is
	 * neither.
	 */
	static String decode(byte[] bytes) {
		Charset wide = wide(bytes);
		return (wide != null) ? unmarked(new String(bytes, wide))
				: strictly(bytes).map(TextEncoding::unmarked).orElseGet(() -> western(bytes));
	}

	/**
	 * Bytes as UTF-8 without those that are none, as a broken gateway adds or cuts them;
	 * as they are {@link #decode decoded} where there are no such.
	 */
	static String legible(byte[] bytes) {
		return (wide(bytes) != null || strictly(bytes).isPresent()) ? decode(bytes)
				: unmarked(new String(bytes, StandardCharsets.UTF_8).replace("\uFFFD", ""));
	}

	/** What looks like UTF-16; null for anything else. */
	private static @Nullable Charset wide(byte[] bytes) {
		int even = 0;
		int odd = 0;
		for (int at = 0; at < bytes.length; at++) {
			if (bytes[at] == 0) {
				even += 1 - at % 2;
				odd += at % 2;
			}
		}
		boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF
				&& (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
		if (marked) {
			return StandardCharsets.UTF_16;
		}
		return (Math.max(even, odd) * 4 <= bytes.length) ? null
				: (even > odd) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
	}

	private static String western(byte[] bytes) {
		String text = new String(bytes, WESTERN);
		return text.startsWith(WESTERN_MARK) ? text.substring(WESTERN_MARK.length()) : text;
	}

	private static String unmarked(String text) {
		return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
	}

	/**
	 * What a text may say: as it stands, as the UTF-8 that it was before somebody took it
	 * for western, and as the letters for which its digits stand.
	 */
	public static Set<String> readings(String text) {
		Set<String> readings = new LinkedHashSet<>(List.of(text));
		if (text.codePoints().anyMatch((letter) -> letter >= 0xC2 && letter <= 0xF4)) {
			western(text).flatMap(TextEncoding::strictly).ifPresent(readings::add);
		}
		String digits = text.strip();
		if (UCS2.matcher(digits).matches()) {
			readings.add(new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_16BE));
		}
		return readings;
	}

	private static Optional<String> strictly(byte[] bytes) {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static Optional<byte[]> western(String text) {
		try {
			ByteBuffer bytes = WESTERN.newEncoder().encode(CharBuffer.wrap(text));
			byte[] plain = new byte[bytes.remaining()];
			bytes.get(plain);
			return Optional.of(plain);
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

}
