package dev.sayso.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What nobody types in a form, but chooses from what its page offers: lists, boxes,
 * buttons, and what its hidden fields say.
 */
public final class FormChoices {

	/** What travels with each form, and has its own guards. */
	private static final Set<String> EVERYWHERE = Set.of("_csrf", "_method", "version");

	private FormChoices() {
	}

	/** The names of a form's choices; those of a box that is on or off are none. */
	public static Set<String> of(DrawnForm form, Document page) {
		Set<String> names = new TreeSet<>();
		page.select("select[name], input[type=radio], input[type=checkbox][value], input[type=hidden], button[name]")
			.stream()
			.filter((control) -> !control.attr("value").matches("on|true"))
			.map((control) -> control.attr("name"))
			.filter((name) -> !name.isEmpty() && !EVERYWHERE.contains(name))
			.forEach(names::add);
		names.retainAll(sendable(form, page));
		return names;
	}

	private static Set<String> sendable(DrawnForm form, Document page) {
		Set<String> names = new TreeSet<>();
		form.fields().forEach((field) -> names.add(field.name()));
		for (Element drawn : page.select("form")) {
			List<String> controls = new ArrayList<>();
			drawn.select("[type=radio], [type=checkbox]").forEach((control) -> controls.add(control.attr("name")));
			if (form.action().equals(DrawnForm.resolve(form.page(), drawn.attr("action")))) {
				names.addAll(controls);
			}
		}
		return names;
	}

}
