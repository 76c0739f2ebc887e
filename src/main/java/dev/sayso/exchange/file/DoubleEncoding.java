package dev.sayso.exchange.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Text that was UTF-8 and was read as Western European before it was written again, so
 * that each letter with an accent stands as two signs.
 */
public final class DoubleEncoding {

	private static final Charset WESTERN = Charset.forName("windows-1252");

	private static final Pattern SUSPECT = Pattern.compile("[\u00C2-\u00D1][^\\x00-\\x7F]");

	private DoubleEncoding() {
	}

	/** The text as it was meant; the same where it was not encoded twice. */
	public static String repair(String text) {
		if (!SUSPECT.matcher(text).find()) {
			return text;
		}
		CharsetEncoder western = WESTERN.newEncoder();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (char c : text.toCharArray()) {
			if (western.canEncode(c)) {
				bytes.writeBytes(String.valueOf(c).getBytes(WESTERN));
			}
			else if (c < 256) {
				bytes.write(c);
			}
			else {
				return text;
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			return text;
		}
	}

}
