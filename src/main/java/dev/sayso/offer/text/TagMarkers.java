package dev.sayso.offer.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Placeholders for tags while HTML is made safe, since tags would not survive it:
 * elements for sections in text, which may stand where text may not, such as in a table.
 */
final class TagMarkers {

	/** What they begin with, unless the text has it. */
	static final String USUAL = "q0x";

	/** Hardly any text has more tags. */
	private static final int USUAL_TAGS = 256;

	private final List<TemplateTag> tags;

	private final String prefix;

	private final Set<String> elements = new LinkedHashSet<>();

	TagMarkers(String html) {
		this.tags = TagParser.of(html);
		String text = html.toLowerCase(Locale.ROOT);
		int free = 0;
		while (text.contains("q" + free + "x")) {
			free++;
		}
		this.prefix = "q" + free + "x";
	}

	String marked() {
		StringBuilder marked = new StringBuilder();
		HtmlPosition position = new HtmlPosition(new HtmlNesting());
		for (int at = 0; at < this.tags.size(); at++) {
			TemplateTag tag = this.tags.get(at);
			if (!isMarked(tag)) {
				position.read(tag.source());
				marked.append(tag.source());
			}
			else if (tag.kind().isSilent() && !position.isInTag()) {
				this.elements.add(element(at));
				marked.append('<').append(element(at)).append("></").append(element(at)).append('>');
			}
			else {
				marked.append(this.prefix).append(at).append('z');
			}
		}
		return marked.toString();
	}

	/** Whether their elements are among the usual ones. */
	boolean isUsual() {
		return this.prefix.equals(USUAL) && this.tags.size() <= USUAL_TAGS;
	}

	static String[] usualElements() {
		return IntStream.range(0, USUAL_TAGS).mapToObj((at) -> USUAL + at + "e").toArray(String[]::new);
	}

	String prefix() {
		return this.prefix;
	}

	String[] elements() {
		return this.elements.toArray(String[]::new);
	}

	int first(String text) {
		return text.indexOf(this.prefix);
	}

	boolean isMarker(String element) {
		return element.startsWith(this.prefix);
	}

	boolean has(Predicate<TemplateTag> addresses) {
		return this.tags.stream().anyMatch(addresses);
	}

	/**
	 * Whether it is a tag that stands for an address, with nothing but a query behind.
	 */
	boolean isAddress(String value, Predicate<TemplateTag> addresses) {
		Matcher marker = Pattern.compile(this.prefix + "(\\d{1,6})z(?:[?#&/].*)?", Pattern.DOTALL).matcher(value);
		return marker.matches() && Integer.parseInt(marker.group(1)) < this.tags.size()
				&& addresses.test(this.tags.get(Integer.parseInt(marker.group(1))));
	}

	String restored(String clean, Set<String> lost) {
		Matcher markers = Pattern.compile("<(" + this.prefix + "\\d+e)></\\1>|" + this.prefix + "\\d+[ez]")
			.matcher(clean);
		StringBuilder restored = new StringBuilder();
		HtmlPosition position = new HtmlPosition(new HtmlNesting());
		Set<Integer> kept = new LinkedHashSet<>();
		int last = 0;
		while (markers.find()) {
			String literal = clean.substring(last, markers.start());
			position.read(literal);
			restored.append(literal);
			last = markers.end();
			int at = index(markers.group());
			boolean whole = markers.group(1) != null || markers.group().endsWith("z");
			if (whole && !position.isInStyle() && at < this.tags.size()) {
				restored.append(this.tags.get(at).source());
				kept.add(at);
			}
		}
		for (int at = 0; at < this.tags.size(); at++) {
			if (isMarked(this.tags.get(at)) && !kept.contains(at)) {
				lost.add(this.tags.get(at).source());
			}
		}
		return restored.append(clean.substring(last)).toString();
	}

	private int index(String marker) {
		int from = marker.indexOf(this.prefix) + this.prefix.length();
		return Integer.parseInt(marker.substring(from).split("[ez]", 2)[0]);
	}

	private static boolean isMarked(TemplateTag tag) {
		return !tag.isLiteral() && tag.kind() != TemplateTag.Kind.UNCLOSED;
	}

	private String element(int at) {
		return this.prefix + at + "e";
	}

}
