package dev.sayso.audience;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/**
 * The builder's form as a browser without JavaScript fills it in and sends it.
 */
public final class BuilderForm {

	private static final Pattern TAG = Pattern.compile("<(/?)(input|select|option|textarea)\\b([^>]*)>([^<]*)");

	private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

	/**
	 * A new audience of this name, of whom all lines have to hold.
	 */
	static BuilderForm named(String name) {
		return new BuilderForm().set("name", name).set("of.0", "all");
	}

	/**
	 * What a page would send.
	 */
	static BuilderForm of(String page) {
		int begin = page.indexOf("id=\"audience-form\"");
		return read(page.substring(begin, page.indexOf("</form>", begin)));
	}

	/**
	 * What a part of a page would send.
	 */
	public static BuilderForm read(String part) {
		BuilderForm form = new BuilderForm();
		Matcher tags = TAG.matcher(part);
		String select = null;
		while (tags.find()) {
			String name = attribute(tags.group(3), "name");
			String value = attribute(tags.group(3), "value");
			switch (tags.group(1) + tags.group(2)) {
				case "input" -> form.box(name, value, tags.group(3));
				case "textarea" -> form.set(String.valueOf(name), HtmlUtils.htmlUnescape(tags.group(4)));
				case "select" -> select = name;
				case "option" -> form.option(select, value, tags.group(3).contains("selected"));
				case "/select" -> form.chosen(select);
				default -> {
				}
			}
		}
		return form;
	}

	public BuilderForm line(String path, String fact, String operator, String... values) {
		this.fields.add("node", path);
		return set("fact." + path, fact).set("op." + path, operator).set("value." + path, values);
	}

	BuilderForm group(String path, String of) {
		this.fields.add("node", path);
		return set("of." + path, of);
	}

	public BuilderForm set(String name, String... values) {
		this.fields.put(name, List.of(values));
		return this;
	}

	public MultiValueMap<String, String> fields() {
		return this.fields;
	}

	public List<String> nodes() {
		return this.fields.getOrDefault("node", List.of());
	}

	public List<String> values(String name) {
		return this.fields.getOrDefault(name, List.of());
	}

	private void box(@Nullable String name, @Nullable String value, String tag) {
		if (name != null && (!tag.matches("(?s).*type=\"(checkbox|radio)\".*") || tag.contains("checked"))) {
			this.fields.add(name, (value != null) ? value : "");
		}
	}

	/** The first option is kept aside until one is selected. */
	private void option(@Nullable String select, @Nullable String value, boolean selected) {
		this.fields.computeIfAbsent("first " + select, (key) -> List.of(String.valueOf(value)));
		if (selected) {
			this.fields.put("first " + select, List.of(String.valueOf(value)));
		}
	}

	private void chosen(@Nullable String select) {
		List<String> chosen = this.fields.remove("first " + select);
		Map.of(String.valueOf(select), (chosen != null) ? chosen : List.<String>of())
			.forEach((name, values) -> values.forEach((value) -> this.fields.add(name, value)));
	}

	private static @Nullable String attribute(String tag, String name) {
		Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
	}

}
