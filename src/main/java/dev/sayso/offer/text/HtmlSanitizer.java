package dev.sayso.offer.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Leaves of HTML what is safe in a foreign page: text and its formatting, lists, tables,
 * links and images; nothing that runs, sends or frames.
 */
public final class HtmlSanitizer {

	/** Clean HTML stays as it is; hardly any needs a second round to be so. */
	private static final int ROUNDS = 8;

	private static final String[] ELEMENTS = { "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo",
			"blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl",
			"dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
			"i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section",
			"small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
			"tr", "tt", "u", "ul", "var", "wbr" };

	private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

	private static final Pattern SIZE = Pattern.compile("\\d{1,5}%?");

	/** What has to be literal: a scheme and a host, or that it stays on the site. */
	private static final Pattern LEADING = Pattern
		.compile("(?i)(?:(?:https?:)?//[^/?#\\\\@\\s\"'<>{}]+[/?#]|/(?![/\\\\])|[?#]|\\.{1,2}/|mailto:|tel:)");

	/**
	 * For hardly any text it has to be built anew, which takes longer than cleaning it.
	 */
	private static final PolicyFactory USUAL = policy(TagMarkers.USUAL, (value) -> false, TagMarkers.usualElements());

	private static final Pattern OF_AN_IMAGE = Pattern.compile("(?i)(?!\\s*(?:mailto|tel)\\s*:).*", Pattern.DOTALL);

	private HtmlSanitizer() {
	}

	/**
	 * HTML that is safe in a foreign page.
	 *
	 * @param removed names of elements and attributes, and tags, that were removed
	 */
	public record Result(String html, List<String> removed) {

	}

	public static Result clean(String html) {
		return clean(html, (tag) -> false);
	}

	/** The same of a placement's template, in which some fields are whole addresses. */
	public static Result clean(ContentLayout layout) {
		return clean(layout.template(), layout::isAddress);
	}

	private static Result clean(String html, Predicate<TemplateTag> addresses) {
		Set<String> removed = new LinkedHashSet<>();
		String clean = html;
		for (int round = 0; round < ROUNDS; round++) {
			String cleaner = round(clean, addresses, removed);
			if (cleaner.equals(clean)) {
				return new Result(clean, List.copyOf(removed));
			}
			clean = cleaner;
		}
		// what never comes to rest is not let through
		return new Result("", List.of("…"));
	}

	private static String round(String html, Predicate<TemplateTag> addresses, Set<String> removed) {
		TagMarkers markers = new TagMarkers(html);
		String marked = markers.marked();
		PolicyFactory policy = (markers.isUsual() && !markers.has(addresses)) ? USUAL
				: policy(markers.prefix(), (value) -> markers.isAddress(value, addresses), markers.elements());
		String clean = policy.sanitize(marked, new RemovalListener(markers), removed);
		return markers.restored(clean, removed);
	}

	/**
	 * What is let through.
	 * @param prefix what markers begin with
	 * @param filled whether what begins with a marker is an address once it is filled
	 * @param elements those that are markers
	 */
	private static PolicyFactory policy(String prefix, Predicate<String> filled, String... elements) {
		AttributePolicy address = (element, attribute, value) -> filled.test(value) ? value
				: address(prefix, element, value);
		return new HtmlPolicyBuilder().allowElements(ELEMENTS)
			.allowElements(elements)
			.allowWithoutAttributes("span", "font")
			.allowUrlProtocols("http", "https", "mailto", "tel")
			.allowAttributes("href")
			.matching(address)
			.onElements("a")
			.allowAttributes("src")
			.matching(address)
			.onElements("img")
			.allowAttributes("target")
			.matching(false, "_blank", "_self", "_parent", "_top")
			.onElements("a")
			.allowAttributes("class", "title", "alt", "aria-label")
			// a blank is put after some, which would then be another each time
			.matching((element, attribute, value) -> value.strip())
			.globally()
			.allowAttributes("lang")
			.matching(LANGUAGE)
			.globally()
			.allowAttributes("dir")
			.matching(true, "ltr", "rtl", "auto")
			.globally()
			.allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "start")
			.matching(SIZE)
			.globally()
			.allowAttributes("align", "valign", "role", "color", "bgcolor", "scope")
			.matching(Pattern.compile("#?[a-zA-Z0-9]{1,30}"))
			.globally()
			.allowStyling(CssSchema.DEFAULT)
			.toFactory();
	}

	private static @Nullable String address(String prefix, String element, String value) {
		int first = value.indexOf(prefix);
		boolean safe = first < 0 || leads(value.substring(0, first));
		return (safe && suits(element, value)) ? value : null;
	}

	private record RemovalListener(TagMarkers markers) implements HtmlChangeListener<Set<String>> {

		@Override
		public void discardedTag(@Nullable Set<String> removed, String element) {
			if (removed != null && !this.markers.isMarker(element)) {
				removed.add(element);
			}
		}

		@Override
		public void discardedAttributes(@Nullable Set<String> removed, String element, String... attributes) {
			for (String attribute : attributes) {
				if (removed != null && this.markers.first(attribute) < 0) {
					removed.add(attribute);
				}
			}
		}

	}

	/**
	 * Whether tags may follow after that much of an address: they stand after what says
	 * where it leads.
	 */
	public static boolean leads(String before) {
		return LEADING.matcher(before).lookingAt();
	}

	private static boolean suits(String element, String address) {
		return !element.equals("img") || OF_AN_IMAGE.matcher(address).matches();
	}

}
