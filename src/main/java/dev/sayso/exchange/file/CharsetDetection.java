package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * Detects the encoding of a file: UTF by its form, any other by ICU's statistics, of
 * which names in a list give little; so what would make words of two scripts, or signs
 * inside words, comes last.
 */
final class CharsetDetection {

	private static final int SAMPLE = 1 << 16;

	/** Looked at although the statistics do not name them. */
	private static final List<String> USUAL = List.of("windows-1252", "windows-1250", "windows-1251", "Shift_JIS");

	private CharsetDetection() {
	}

	static String of(Path file, byte[] sample) throws IOException {
		int first = (sample.length > 1) ? ((sample[0] & 0xFF) << 8) | (sample[1] & 0xFF) : 0;
		if (first == 0xFFFE || first == 0xFEFF) {
			return (first == 0xFFFE) ? "UTF-16LE" : "UTF-16BE";
		}
		int[] zeros = { 0, 0 };
		for (int i = 0; i < sample.length; i++) {
			zeros[i % 2] += (sample[i] == 0) ? 1 : 0;
		}
		if (Math.max(zeros[0], zeros[1]) > sample.length / 5) {
			return (zeros[0] > zeros[1]) ? "UTF-16BE" : "UTF-16LE";
		}
		return isUtf8(file) ? "UTF-8" : guess(telling(file));
	}

	/** Checks the whole file: a single accent may come late. */
	private static boolean isUtf8(Path file) throws IOException {
		try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
			reader.transferTo(Writer.nullWriter());
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/** The lines with letters beyond ASCII. */
	private static byte[] telling(Path file) throws IOException {
		StringBuilder telling = new StringBuilder();
		try (LineReader lines = new LineReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1)) {
			for (String line = lines.next(); line != null && telling.length() < SAMPLE; line = lines.next()) {
				if (line.chars().anyMatch((letter) -> letter > 127)) {
					telling.append(line).append('\n');
				}
			}
		}
		return telling.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String guess(byte[] text) {
		Set<String> candidates = new LinkedHashSet<>();
		CharsetMatch[] matches = new CharsetDetector().setText(text).detectAll();
		for (CharsetMatch match : matches) {
			String name = match.getName().replaceAll("_(ltr|rtl)$", "");
			if (Charset.isSupported(name) && !name.startsWith("UTF-")) {
				candidates.add(Charset.forName(name.equals("ISO-8859-1") ? "windows-1252" : name).name());
			}
		}
		candidates.addAll(USUAL);
		String best = USUAL.get(0);
		double least = Double.MAX_VALUE;
		int rank = 0;
		for (String candidate : candidates) {
			double strangeness = strangeness(text, candidate) + rank++ / 1000.0
					- (candidate.equals("windows-1252") ? 0.04 : candidate.equals("Shift_JIS") ? 0.02 : 0);
			if (strangeness < least) {
				least = strangeness;
				best = candidate;
			}
		}
		return best;
	}

	/** The share of letters beyond ASCII that stand where no writer puts them. */
	private static double strangeness(byte[] text, String charset) {
		CharBuffer decoded;
		try {
			decoded = Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(text));
		}
		catch (CharacterCodingException ex) {
			return 1_000;
		}
		int beyond = 0;
		double strange = 0;
		int run = 0;
		for (int i = 0; i < decoded.length(); i++) {
			char c = decoded.charAt(i);
			char before = (i > 0) ? decoded.charAt(i - 1) : ' ';
			char after = (i + 1 < decoded.length()) ? decoded.charAt(i + 1) : ' ';
			boolean accented = c > 127 && Character.isLetter(c) && isLatin(c);
			run = accented ? run + 1 : 0;
			if (c <= 127) {
				continue;
			}
			beyond++;
			boolean inWord = Character.isLetter(before) || Character.isLetter(after);
			if (Character.isISOControl(c)) {
				strange += 3;
			}
			else if (!Character.isLetter(c)) {
				strange += inWord ? 1 : 0.2;
			}
			else if (Character.isLetter(before) && isLatin(before) != isLatin(c)
					|| Character.isLetter(after) && isLatin(after) != isLatin(c)) {
				strange += 3;
			}
			else if (run > 2 || Character.isUpperCase(c) && Character.isLowerCase(before)) {
				strange += 0.5;
			}
			else if ("ÐðÞþ½¾".indexOf(c) >= 0 || c >= '\uFF61' && c <= '\uFF9F') {
				strange += 0.3;
			}
		}
		return strange / Math.max(1, beyond);
	}

	private static boolean isLatin(char c) {
		return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
	}

}
