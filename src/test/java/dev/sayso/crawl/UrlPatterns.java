package dev.sayso.crawl;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What addresses have in common: the pattern of the controller that answers them.
 */
public final class UrlPatterns {

	private final RequestMappingHandlerMapping mapping;

	private final Map<String, String> known = new HashMap<>();

	public UrlPatterns(RequestMappingHandlerMapping mapping) {
		this.mapping = mapping;
	}

	/**
	 * The pattern behind an address, or the path where no controller answers it.
	 */
	public String of(String method, String address) {
		String path = address.replaceFirst("[?#].*", "");
		return this.known.computeIfAbsent(method + " " + path, (key) -> find(method, path));
	}

	private String find(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		try {
			ServletRequestPathUtils.parseAndCache(request);
			this.mapping.getHandler(request);
		}
		catch (Exception ex) {
			return path;
		}
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? String.valueOf(pattern) : path;
	}

	/**
	 * What a form does, whatever it is about: as {@code PUT /offers/{id}}.
	 */
	public String act(DrawnForm form) {
		return form.verb() + " " + of(form.verb(), form.action());
	}

	/**
	 * What a form does and by which kind of button.
	 */
	public String deed(DrawnForm form) {
		String button = form.pressed().replaceFirst("[:#].*|(?<==)\\d.*|(?<=insert=).*", "");
		return (act(form) + " " + button + (form.enhanced() ? " in place" : "")).strip();
	}

	/**
	 * Forms of one kind do the same and have the same fields.
	 */
	public String kind(DrawnForm form) {
		TreeSet<String> names = new TreeSet<>();
		form.fields().forEach((field) -> names.add(withoutNumbers(field.name())));
		return deed(form) + " " + names;
	}

	private static String withoutNumbers(String text) {
		return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "#");
	}

	/**
	 * All that pages of the product answer, as {@code PUT /profiles/{id}}.
	 */
	public Set<String> ofPages() {
		Set<String> all = new TreeSet<>();
		this.mapping.getHandlerMethods().forEach((info, handler) -> {
			if (isPage(handler.getBeanType())) {
				info.getPatternValues().forEach((pattern) -> {
					Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
					methods.forEach((method) -> all.add(method + " " + pattern));
				});
			}
		});
		return all;
	}

	/**
	 * Whether it makes pages of the product; samples stand beside the tests.
	 */
	private static boolean isPage(Class<?> controller) {
		return controller.getName().startsWith("dev.sayso") && !controller.isAnnotationPresent(RestController.class)
				&& !controller.getSimpleName().endsWith("Sample");
	}

}
