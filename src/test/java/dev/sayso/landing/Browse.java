package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A reader of public pages who has no browser: opens a page, fills in its form as it is
 * and sends it.
 */
public final class Browse {

	private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");

	/** What a form would send now. */
	public record Opened(String path, Map<String, String> form) {

		public Opened tick(String name) {
			return with(name, "on");
		}

		public Opened untick(String name) {
			this.form.remove(name);
			return this;
		}

		public Opened with(String name, String value) {
			this.form.put(name, value);
			return this;
		}

	}

	private Browse() {
	}

	public static Opened open(MockMvcTester mvc, String path) {
		return form(html(mvc.get().uri(path).header("Accept-Language", "en").exchange()), path);
	}

	/** The form in a page that was answered. */
	public static Opened form(String html, String path) {
		Map<String, String> form = new LinkedHashMap<>();
		Matcher inputs = INPUT.matcher(html);
		while (inputs.find()) {
			String input = inputs.group(1);
			boolean box = input.contains("checkbox");
			if (!box || input.contains("checked=")) {
				form.put(attribute(input, "name"), box ? "on" : attribute(input, "value"));
			}
		}
		return new Opened(path, form);
	}

	public static MvcTestResult send(MockMvcTester mvc, Opened opened) {
		var request = mvc.post().uri(opened.path()).header("Accept-Language", "en");
		opened.form().forEach(request::param);
		return request.exchange();
	}

	/** Follows a redirect. */
	public static String follow(MockMvcTester mvc, MvcTestResult sent) {
		return html(mvc.get().uri(where(sent)).exchange());
	}

	public static String where(MvcTestResult sent) {
		return String.valueOf(sent.getResponse().getHeader("Location"));
	}

	public static String html(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private static String attribute(String input, String name) {
		Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(input);
		return matcher.find() ? matcher.group(1) : "";
	}

}
