package dev.sayso.landing.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Reads the form in a request to a public page whatever it claims to be and however badly
 * it is encoded. A form of parts that is not whole says nothing, lest a box that is
 * missing reads as unticked; one click is found in what there is (RFC 8058, 3.2).
 */
public final class LenientForm {

	/** The field by which a service for mail unsubscribes somebody. */
	public static final String ONE_CLICK = "List-Unsubscribe";

	private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	private static final Pattern UNSUBSCRIBES = Pattern.compile("list-unsubscribe\\b.{0,300}?\\bone-click",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);

	/** What a body begins with whose header names no boundary. */
	private static final Pattern DELIMITER = Pattern.compile("\\A\\s*--(\\S{1,200})");

	private static final Pattern NAME = Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

	private LenientForm() {
	}

	/**
	 * The fields of a form, those in the address first.
	 * @param type the type of the body as it was sent
	 * @param whole whether all of the body arrived
	 */
	public static MultiValueMap<String, String> of(@Nullable String type, @Nullable String query, byte[] body,
			boolean whole) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		String text = new String(body, StandardCharsets.UTF_8);
		String kind = (type != null) ? type.strip().toLowerCase(Locale.ROOT) : "";
		pairs((query != null) ? query : "", form);
		if (kind.startsWith("multipart/")) {
			parts(type, text, form);
		}
		else if (whole && kind.startsWith("text/plain") && text.strip().contains("\n")) {
			lines(text, form);
		}
		else if (whole) {
			pairs(text.strip(), form);
		}
		if (!form.containsKey("opening") && UNSUBSCRIBES.matcher(text).find()) {
			form.set(ONE_CLICK, "One-Click");
		}
		return form;
	}

	private static void pairs(String encoded, MultiValueMap<String, String> form) {
		for (String pair : encoded.split("&")) {
			int equals = pair.indexOf('=');
			form.add(decode((equals < 0) ? pair : pair.substring(0, equals)),
					(equals < 0) ? "" : decode(pair.substring(equals + 1)));
		}
	}

	private static String decode(String text) {
		return URLDecoder.decode(STRAY_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
	}

	/** A field a line, nothing encoded (HTML, 4.10.21.8). */
	private static void lines(String text, MultiValueMap<String, String> form) {
		text.lines().forEach((line) -> {
			int equals = line.indexOf('=');
			form.add(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
		});
	}

	private static void parts(@Nullable String type, String text, MultiValueMap<String, String> form) {
		Matcher named = BOUNDARY.matcher(String.valueOf(type));
		Matcher first = DELIMITER.matcher(text);
		String boundary = named.find() ? named.group(1) : (first.find() ? first.group(1) : null);
		if (boundary == null || !text.contains("--" + boundary + "--")) {
			return;
		}
		for (String part : text.split(Pattern.quote("--" + boundary))) {
			String[] halves = BLANK_LINE.split(part, 2);
			Matcher name = NAME.matcher(halves[0]);
			if (halves.length > 1 && name.find()) {
				form.add((name.group(1) != null) ? name.group(1) : name.group(2),
						halves[1].replaceFirst("\\r?\\n\\z", ""));
			}
		}
	}

}
