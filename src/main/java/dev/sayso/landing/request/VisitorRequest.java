package dev.sayso.landing.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request tells about whoever reads a public page.
 *
 * @param lang the language asked for in the URL
 * @param console whether they are signed in to the console
 * @param origin the website whose page sent it, as browsers say; null where they do not
 * @param reading whether somebody has the page opened, and no program looks at it ahead
 * @param gpc whether their browser asks by Global Privacy Control not to share
 */
public record VisitorRequest(@Nullable String lang, @Nullable String accepted, @Nullable String userAgent,
		String remote, @Nullable String origin, boolean reading, boolean gpc, boolean console) {

	public static VisitorRequest of(HttpServletRequest request, boolean console) {
		return new VisitorRequest(request.getParameter("lang"), request.getHeader("Accept-Language"),
				request.getHeader("User-Agent"), request.getRemoteAddr(), request.getHeader("Origin"), reads(request),
				"1".equals(request.getHeader("Sec-GPC")), console);
	}

	/** Browsers say of themselves what they fetch ahead (Sec-Purpose, Fetch Standard). */
	private static boolean reads(HttpServletRequest request) {
		String purpose = request.getHeader("Sec-Purpose");
		return request.getMethod().equals("GET") && (purpose == null || !purpose.startsWith("prefetch"));
	}

	/**
	 * The languages in which the reader would have the page, the best first: the one
	 * asked for, the profile's, the browser's.
	 * @param own the language the profile is known to read
	 */
	public List<Locale.LanguageRange> languages(@Nullable String own) {
		List<Locale.LanguageRange> ranges = new ArrayList<>();
		for (String header : new String[] { this.lang, own, this.accepted }) {
			if (header != null && !header.isBlank()) {
				ranges.addAll(parse(header));
			}
		}
		return ranges;
	}

	private static List<Locale.LanguageRange> parse(String header) {
		try {
			return Locale.LanguageRange.parse(header)
				.stream()
				.filter((range) -> !range.getRange().equals("*"))
				.toList();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

}
