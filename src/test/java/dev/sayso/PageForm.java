package dev.sayso;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * The form of a public page as a browser without JavaScript would send it.
 */
public final class PageForm {

	private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.DOTALL);

	private final Map<String, String> fields = new LinkedHashMap<>();

	/**
	 * Reads the form of a page.
	 */
	public PageForm(String html) {
		Matcher inputs = INPUT.matcher(html);
		while (inputs.find()) {
			String input = inputs.group();
			boolean box = attribute(input, "type").filter("checkbox"::equals).isPresent();
			boolean sent = !box || Pattern.compile("\\bchecked\\b").matcher(input).find();
			attribute(input, "name").filter((name) -> sent)
				.ifPresent((name) -> this.fields.put(name, attribute(input, "value").orElse(box ? "on" : "")));
		}
	}

	/**
	 * Ticks a box that is not ticked, and the other way round.
	 */
	public PageForm toggle(String box) {
		if (this.fields.remove(box) == null) {
			this.fields.put(box, "on");
		}
		return this;
	}

	public String body() {
		return this.fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	public Optional<String> value(String name) {
		return Optional.ofNullable(this.fields.get(name));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Optional<String> attribute(String tag, String name) {
		Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return found.find() ? Optional.of(HtmlUtils.htmlUnescape(found.group(1))) : Optional.empty();
	}

}
