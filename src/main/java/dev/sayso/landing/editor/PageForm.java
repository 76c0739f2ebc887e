package dev.sayso.landing.editor;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PlainPage;

/**
 * A page in its editor: the parts as they were typed, and what is wrong with them.
 *
 * @param values by part name
 * @param faults message keys by part name
 */
record PageForm(Map<String, String> values, Map<String, String> faults) {

	static PageForm of(LandingPage page) {
		return new PageForm(PlainParts.of(page.name(), PlainPage.of(page.draft())), Map.of());
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
		return PlainParts.ON.equals(this.values.get(name));
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

	/**
	 * Reads the parts of a page as they were typed, and notes what is wrong with each.
	 */
	static final class Reader {

		private final Map<String, String> values;

		private final Map<String, String> faults = new LinkedHashMap<>();

		Reader(Map<String, String> values) {
			this.values = values;
		}

		/** Message keys by part name. */
		Map<String, String> faults() {
			return this.faults;
		}

		boolean has(String name) {
			return this.values.containsKey(name);
		}

		@Nullable LocalDateTime time(String name) {
			try {
				return value(name).isEmpty() ? null : LocalDateTime.parse(value(name));
			}
			catch (DateTimeParseException ex) {
				fault(name, "landing.fault.time");
				return null;
			}
		}

		String checked(String name, int longest, String code, Predicate<String> fits) {
			String text = text(name, longest);
			if (text.isEmpty() || fits.test(text)) {
				return text;
			}
			fault(name, code);
			return "";
		}

		String text(String name, int longest) {
			String text = value(name);
			if (text.length() <= longest) {
				return text;
			}
			fault(name, "landing.fault.long");
			return text.substring(0, longest);
		}

		String value(String name) {
			return this.values.getOrDefault(name, "")
				.replace("\r\n", "\n")
				.replaceAll("[\\p{Cc}&&[^\n\t]]", "")
				.strip();
		}

		boolean on(String name) {
			return PlainParts.ON.equals(this.values.get(name));
		}

		void fault(String name, String code) {
			this.faults.putIfAbsent(name, code);
		}

	}

}
