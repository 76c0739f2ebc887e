package dev.sayso.landing.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageParts;

/**
 * A page in its editor: the parts as they were typed, and what is wrong with them.
 *
 * @param values by part name
 * @param faults message keys by part name
 */
record PageForm(Map<String, String> values, Map<String, String> faults) {

	static PageForm of(LandingPage page) {
		return new PageForm(PageParts.of(page.name(), page.draft()), Map.of());
	}

	/**
	 * One part, ready to show.
	 *
	 * @param fault a message key
	 */
	record Field(String name, String value, @Nullable String fault) {

		public String id() {
			return id(this.name);
		}

		static String id(String name) {
			return "f-" + name.replace('.', '-');
		}

	}

	public Field field(String name) {
		return new Field(name, value(name), this.faults.get(name));
	}

	public String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	public boolean on(String name) {
		return PageParts.ON.equals(this.values.get(name));
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public List<Field> wrong() {
		return this.faults.keySet().stream().sorted().map(this::field).toList();
	}

	PageForm with(String name, String fault) {
		Map<String, String> more = new HashMap<>(this.faults);
		more.put(name, fault);
		return new PageForm(this.values, more);
	}

}
