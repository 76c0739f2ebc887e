package dev.sayso.condition.builder;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * @param menu the facts that a line may compare
 * @param shared the long menus of a long condition, by what they are called in the page:
 * its lines hold what is chosen alone, and take the rest from there when somebody opens
 * one; empty where each line has its own
 */
public record BuilderView(Node root, SelectOptions menu, boolean open, Posts to, Map<String, String> shared) {

	static final String FACTS = "menu-of-facts";

	/** The same where each line has its own menus, as where a form has two of them. */
	public BuilderView whole() {
		return new BuilderView(this.root, this.menu, this.open, this.to, Map.of());
	}

	public boolean isBrief() {
		return !this.shared.isEmpty();
	}

	/**
	 * Whether a line holds what is chosen alone: not one that is wrong, or that somebody
	 * works on.
	 */
	public boolean isBrief(Node line, String focus) {
		return isBrief() && line.fault() == null
				&& !focus.matches("(fact|value)-" + Pattern.quote(line.path()) + "(-\\d+)?");
	}

	/** The options of the menu of facts. */
	public String facts(String chosen, boolean brief) {
		return brief ? this.menu.only(chosen) : this.menu.choosing(chosen);
	}

	/**
	 * Where the form goes while somebody edits.
	 *
	 * @param draft redraws it, with htmx
	 * @param answer says how many are meant, with htmx
	 * @param page does the same for a whole page without; null where the form's own URL
	 * does
	 * @param acts what the act of each button begins with
	 */
	public record Posts(String draft, String answer, @Nullable String page, String acts) {

		public static final Posts AUDIENCE = new Posts("/audiences/draft", "/audiences/answer", "/audiences/draft", "");

	}

	record Choice(String value, String label) {

	}

	enum Input {

		NONE, TEXT, NUMBER, DATE, CHOICE, PERIOD

	}

	/**
	 * @param path its place, which names its fields
	 * @param group what it is made of; null for a line
	 * @param line what is compared; null for a group
	 */
	public record Node(String path, @Nullable GroupView group, @Nullable LineView line, @Nullable String fault) {

	}

	/**
	 * @param join message key of the word between members
	 * @param deepest whether no group fits in it
	 */
	public record GroupView(String of, String join, List<Node> members, boolean deepest) {

	}

	/**
	 * @param gone the name of a fact that is no longer there; null for one that is
	 * @param hidden whether it is there, but not in the menu
	 * @param many whether more values may be added
	 * @param choices what a value can be, where that is known
	 * @param blank whether nothing may be chosen yet
	 * @param textual whether case and accents can be asked for
	 */
	record LineView(String fact, String label, @Nullable String gone, boolean hidden, List<Choice> operators,
			String operator, Input input, List<String> values, boolean many, SelectOptions choices, boolean blank,
			List<Choice> units, String unit, boolean textual, boolean exactly) {

		public boolean isOther(String value) {
			return !value.isEmpty() && !this.choices.has(value);
		}

		public String options(String chosen, boolean brief) {
			return brief ? this.choices.only(chosen) : this.choices.choosing(chosen);
		}

		/** Whether so many values can be chosen that a page cannot repeat them often. */
		public boolean isLong() {
			return this.choices.choices().size() > 12;
		}

		/** What its menu of values is called where lines share it. */
		public String menu() {
			return "menu-" + this.fact;
		}

	}

}
