package dev.sayso.crawl;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form of a page with one of its buttons pressed, holding what a browser sends of it:
 * its successful controls in their order (HTML, 4.10.22.4).
 *
 * @param page the path of the page that drew it
 * @param action where it is sent to
 * @param button the words on the button, for people who read a failure
 * @param enhanced whether a script sends it in place
 */
public record DrawnForm(String page, String method, String action, boolean multipart, List<Field> fields, String button,
		boolean enhanced) {

	private static final String BOUNDARY = "----drawn-form-7d0c2a";

	private static final Set<String> BUTTONS = Set.of("submit", "image", "button", "reset");

	/**
	 * A control with its value.
	 *
	 * @param file whether the value is what is in a file; none is chosen where it is
	 * empty
	 */
	public record Field(String name, String value, boolean file) {

	}

	/**
	 * A control, with what it sends unless it is a button that is not pressed.
	 */
	private record Control(Element element, List<Field> sent) {

	}

	/**
	 * All forms of a page, once for each of their buttons, and what its scripts would
	 * send in place.
	 */
	public static List<DrawnForm> of(String path, Document page) {
		List<DrawnForm> forms = new ArrayList<>();
		Map<Element, List<Control>> byForm = controls(page);
		for (Element form : page.select("form")) {
			if (form.closest("template") != null) {
				continue;
			}
			List<Control> controls = byForm.getOrDefault(form, List.of());
			controls.stream()
				.map(Control::element)
				.filter(DrawnForm::isSubmit)
				.forEach((button) -> forms.add(pressed(path, form, controls, button)));
		}
		for (Element element : page.select("[data-hx-post], [data-hx-put], [data-hx-delete]")) {
			if (element.closest("template") == null && !isDisabled(element) && isWhole(page, element)) {
				forms.add(inPlace(path, page, byForm, element));
			}
		}
		return forms;
	}

	/**
	 * The verb that the server acts on.
	 */
	public String verb() {
		return this.fields.stream()
			.filter((field) -> this.method.equals("POST") && field.name().equals("_method"))
			.map((field) -> field.value().toUpperCase(Locale.ROOT))
			.findFirst()
			.orElse(this.method);
	}

	/**
	 * What its button adds to it, as {@code name=value}; empty where it adds nothing.
	 */
	public String pressed() {
		return this.button.matches("(?s).* \\S+=.*|\\S+=.*") ? this.button.replaceFirst("(?s).*?(?=\\S+=)", "") : "";
	}

	/**
	 * The same with another value in the first field of this name, or one field more.
	 */
	public DrawnForm with(String name, String value) {
		List<Field> changed = new ArrayList<>();
		boolean found = false;
		for (Field field : this.fields) {
			boolean same = !found && field.name().equals(name);
			changed.add(same ? new Field(name, value, field.file()) : field);
			found |= same;
		}
		if (!found) {
			changed.add(new Field(name, value, false));
		}
		return with(changed);
	}

	public DrawnForm with(List<Field> others) {
		return new DrawnForm(this.page, this.method, this.action, this.multipart, List.copyOf(others), this.button,
				this.enhanced);
	}

	/**
	 * Where it is sent to, with its fields in the query where it is one that only asks.
	 */
	String target() {
		if (!this.method.equals("GET")) {
			return this.action;
		}
		String query = encoded();
		String path = this.action.replaceFirst("\\?.*", "");
		return query.isEmpty() ? path : path + "?" + query;
	}

	String contentType() {
		return this.multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
	}

	byte[] body() {
		if (!this.multipart) {
			return encoded().getBytes(StandardCharsets.UTF_8);
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Field field : this.fields) {
			String file = !field.file() ? "" : "; filename=\"" + (field.value().isEmpty() ? "" : "chosen.csv")
					+ "\"\r\nContent-Type: application/octet-stream";
			body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\""
					+ file + "\r\n\r\n" + field.value() + "\r\n")
				.getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	@Override
	public String toString() {
		return verb() + " " + this.action + " (" + this.button + " on " + this.page + ")";
	}

	private String encoded() {
		return this.fields.stream()
			.map((field) -> encoded(field.name()) + "=" + encoded(field.value()))
			.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static DrawnForm pressed(String path, Element form, List<Control> controls, Element button) {
		String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
		String method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
		String type = button.hasAttr("formenctype") ? button.attr("formenctype") : form.attr("enctype");
		return new DrawnForm(path, method.equalsIgnoreCase("post") ? "POST" : "GET", resolve(path, action),
				type.equals("multipart/form-data"), fields(controls, button), words(button), false);
	}

	/** A part of a page that was put in its place alone lacks the form around it. */
	private static boolean isWhole(Document page, Element element) {
		boolean signed = element.closest("form") != null || page.selectFirst("meta[name=_csrf]") != null;
		return signed && Stream.of("form", "data-hx-include")
			.filter((attribute) -> isElsewhere(element, attribute))
			.allMatch((attribute) -> page.getElementById(element.attr(attribute).replace("#", "")) != null);
	}

	/** Whether what it sends stands elsewhere than in and around it. */
	private static boolean isElsewhere(Element element, String attribute) {
		return element.hasAttr(attribute) && !element.attr(attribute).equals("this");
	}

	private static DrawnForm inPlace(String path, Document page, Map<Element, List<Control>> byForm, Element element) {
		Element form = element.closest("form");
		for (String attribute : List.of("form", "data-hx-include")) {
			if (isElsewhere(element, attribute)) {
				form = page.getElementById(element.attr(attribute).replace("#", ""));
			}
		}
		List<Field> fields = new ArrayList<>(fields(byForm.getOrDefault(form, List.of()), element));
		if (element.hasAttr("data-hx-params")) {
			List<String> sent = List.of(element.attr("data-hx-params").split(","));
			fields.removeIf((field) -> !sent.contains(field.name()));
		}
		if (fields.stream().noneMatch((field) -> field.name().equals("_csrf"))) {
			fields.add(new Field("_csrf", page.select("meta[name=_csrf]").attr("content"), false));
		}
		String verb = element.hasAttr("data-hx-post") ? "post" : (element.hasAttr("data-hx-put") ? "put" : "delete");
		return new DrawnForm(path, verb.toUpperCase(Locale.ROOT), resolve(path, element.attr("data-hx-" + verb)), false,
				List.copyOf(fields), words(element), true);
	}

	private static Map<Element, List<Control>> controls(Document page) {
		Map<Element, List<Control>> byForm = new IdentityHashMap<>();
		for (Element control : page.select("input, select, textarea, button")) {
			Element form = control.hasAttr("form") ? page.getElementById(control.attr("form"))
					: control.closest("form");
			if (form != null && control.closest("template, datalist") == null && !isDisabled(control)) {
				byForm.computeIfAbsent(form, (key) -> new ArrayList<>()).add(new Control(control, successful(control)));
			}
		}
		return byForm;
	}

	private static boolean isDisabled(Element control) {
		return control.hasAttr("disabled") || control.parents()
			.stream()
			.anyMatch((parent) -> parent.normalName().equals("fieldset") && parent.hasAttr("disabled"));
	}

	private static boolean isSubmit(Element control) {
		String type = control.attr("type");
		return control.normalName().equals("button") ? !Set.of("button", "reset").contains(type)
				: control.normalName().equals("input") && type.equals("submit");
	}

	private static List<Field> fields(List<Control> controls, Element pressed) {
		List<Field> fields = new ArrayList<>();
		for (Control each : controls) {
			Element control = each.element();
			boolean button = control.normalName().equals("button") || BUTTONS.contains(control.attr("type"));
			if (!control.attr("name").isEmpty() && (!button || control == pressed)) {
				fields.addAll(each.sent());
			}
		}
		return List.copyOf(fields);
	}

	private static List<Field> successful(Element control) {
		String name = control.attr("name");
		if (control.normalName().equals("select")) {
			return chosen(control).stream().map((value) -> new Field(name, value, false)).toList();
		}
		if (control.normalName().equals("textarea")) {
			return List.of(new Field(name, control.wholeText().replaceAll("\r\n|\r|\n", "\r\n"), false));
		}
		return switch (control.attr("type")) {
			case "checkbox",
					"radio" ->
				control.hasAttr("checked")
						? List.of(new Field(name, control.hasAttr("value") ? control.attr("value") : "on", false))
						: List.of();
			case "file" -> List.of(new Field(name, "", true));
			case "hidden" -> List.of(new Field(name, control.attr("value"), false));
			default -> List.of(new Field(name, control.attr("value").replaceAll("[\r\n]", ""), false));
		};
	}

	private static List<String> chosen(Element select) {
		List<Element> options = select.select("option:not([disabled])");
		List<String> chosen = options.stream()
			.filter((option) -> option.hasAttr("selected"))
			.map(DrawnForm::value)
			.toList();
		if (select.hasAttr("multiple")) {
			return chosen;
		}
		return chosen.isEmpty() ? options.stream().limit(1).map(DrawnForm::value).toList()
				: chosen.subList(chosen.size() - 1, chosen.size());
	}

	private static String value(Element option) {
		return option.hasAttr("value") ? option.attr("value") : option.text();
	}

	private static String words(Element button) {
		String said = button.normalName().equals("button") ? button.text() : button.normalName();
		return (said + (button.hasAttr("name") ? " " + button.attr("name") + "=" + button.attr("value") : "")).strip();
	}

	static String resolve(String path, String link) {
		if (link.isEmpty()) {
			return path;
		}
		if (link.startsWith("?")) {
			return path.replaceFirst("\\?.*", "") + link;
		}
		URI resolved = URI.create("http://here" + path).resolve(link);
		return resolved.getRawPath() + ((resolved.getRawQuery() != null) ? "?" + resolved.getRawQuery() : "");
	}

}
