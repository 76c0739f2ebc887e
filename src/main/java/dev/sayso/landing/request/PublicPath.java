package dev.sayso.landing.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the address of a public page as leniently as people and mail programs write it:
 * whatever sticks to a slug or a token is overlooked, what is percent-encoded is read as
 * what it stands for. How genuine a token is, its signature alone decides.
 */
public final class PublicPath {

	/** As nearly all are; each request to the server is asked. */
	private static final Pattern PLAIN = Pattern
		.compile("/(?:p/[a-z0-9_-]{1,200}(?:/[A-Za-z0-9_-]{1,1300})?|u/[A-Za-z0-9_-]{1,1300})");

	/** What the second character of a public path can be. */
	private static final String BEGINNINGS = "pPuU%/\\;?&#=";

	/** Base64url (RFC 4648, 5): what tokens and slugs are made of. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

	/** What begins something that does not belong to the path any more. */
	private static final Pattern REST = Pattern.compile("^[;?&#].*", Pattern.DOTALL);

	/** What quoted-printable (RFC 2045, 6.7) leaves before a word that began a line. */
	private static final Pattern LEFT = Pattern.compile("^[^A-Za-z0-9_-]*=(?i:3D|0D|0A)?");

	/**
	 * A token with a service and the longest id of a message, in letters of four bytes.
	 */
	private static final int LONGEST = 1300;

	/** Where receipts are. */
	public static final String RECEIPTS = "/p/receipts/";

	/** Where opt-ins are confirmed. */
	public static final String CONFIRMATIONS = "/p/confirmations/";

	/** Where somebody has their personal link sent to them. */
	public static final String LINKS = "/p/links/";

	/** Where one sees, and undoes, what was done by a personal link. */
	public static final String CHANGES = "/p/changes/";

	/** The words of these, which are the key of no page. */
	public static final List<String> RESERVED = Stream.of(RECEIPTS, CONFIRMATIONS, LINKS, CHANGES)
		.map((path) -> path.split("/")[2])
		.toList();

	private static final String NOWHERE = "-";

	private PublicPath() {
	}

	public static boolean isPublic(String uri) {
		return of(uri).isPresent();
	}

	/**
	 * The path that is meant, with nothing in it that anybody could stumble over; empty
	 * where it is not one of public pages.
	 */
	static Optional<String> of(String uri) {
		if (uri.length() < 2 || uri.charAt(0) != '/' || BEGINNINGS.indexOf(uri.charAt(1)) < 0) {
			return Optional.empty();
		}
		if (PLAIN.matcher(uri).matches()) {
			return Optional.of(uri);
		}
		List<String> parts = Arrays.stream(decode(uri).split("[/\\\\]"))
			.map((part) -> REST.matcher(part).replaceFirst(""))
			.filter((part) -> !part.isEmpty())
			.toList();
		String room = parts.isEmpty() ? "" : parts.get(0).replaceFirst("[;?&#=].*", "").toLowerCase(Locale.ROOT);
		if (!room.equals("p") && !room.equals("u")) {
			return Optional.empty();
		}
		List<String> words = parts.stream().skip(1).map(PublicPath::word).filter((word) -> !word.isEmpty()).toList();
		return Optional.of(room.equals("u") ? "/u/" + word(words, 0) : page(words, parts.get(parts.size() - 1)));
	}

	private static String page(List<String> words, String last) {
		String slug = "/p/" + word(words, 0).toLowerCase(Locale.ROOT);
		if (words.size() < 2) {
			return slug;
		}
		if (last.equals("theme.css")) {
			return slug + "/theme.css";
		}
		if (!words.get(1).equals("results") || words.size() == 2) {
			boolean file = RECEIPTS.equals(slug + "/") && last.toLowerCase(Locale.ROOT).contains(".jws");
			return slug + "/" + word(words, 1) + (file ? ".jws" : "");
		}
		boolean undo = words.size() > 3 && words.get(3).equals("undo");
		return slug + "/results/" + word(words, 2) + (undo ? "/undo" : "");
	}

	private static String word(List<String> words, int at) {
		return (at < words.size()) ? words.get(at) : NOWHERE;
	}

	private static String word(String part) {
		String left = part;
		for (Matcher leftover = LEFT.matcher(left); leftover.find(); leftover = LEFT.matcher(left)) {
			left = left.substring(leftover.end());
		}
		Matcher word = WORD.matcher(left);
		if (!word.find()) {
			return "";
		}
		return (word.group().length() > LONGEST) ? NOWHERE : word.group();
	}

	/**
	 * What a path stands for, byte by byte; a per cent sign that encodes nothing is one.
	 */
	private static String decode(String uri) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
		byte[] raw = uri.getBytes(StandardCharsets.UTF_8);
		for (int at = 0; at < raw.length; at++) {
			int high = (raw[at] == '%' && at + 2 < raw.length) ? Character.digit(raw[at + 1], 16) : -1;
			int low = (high >= 0) ? Character.digit(raw[at + 2], 16) : -1;
			bytes.write((low >= 0) ? high * 16 + low : raw[at]);
			at += (low >= 0) ? 2 : 0;
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

}
