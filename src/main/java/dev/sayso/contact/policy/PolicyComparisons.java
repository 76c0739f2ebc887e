package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;

/**
 * Compares two versions of a policy line by line.
 */
@Component
class PolicyComparisons {

	private final PolicySentences sentences;

	PolicyComparisons(PolicySentences sentences) {
		this.sentences = sentences;
	}

	/**
	 * @param part {@code when} or {@code only}
	 * @param left null for what was added
	 * @param right null for what was removed
	 */
	record Line(String part, @Nullable String left, @Nullable String right) {

		/** The name of what became of it in messages. */
		public String kind() {
			return ((this.left == null) ? Kind.ADDED
					: (this.right == null) ? Kind.REMOVED : this.left.equals(this.right) ? Kind.SAME : Kind.CHANGED)
				.name()
				.toLowerCase(Locale.ROOT);
		}

		public String icon() {
			return switch (kind()) {
				case "same" -> "equal";
				case "added" -> "square-plus";
				case "removed" -> "square-minus";
				default -> "replace";
			};
		}

	}

	private enum Kind {

		SAME, CHANGED, ADDED, REMOVED

	}

	List<Line> compare(PolicyContent left, PolicyContent right) {
		List<Line> lines = new ArrayList<>();
		compare("when", left.when(), right.when(), lines);
		compare("only", left.only(), right.only(), lines);
		return lines;
	}

	private void compare(String part, String left, String right, List<Line> lines) {
		List<Condition> before = new ArrayList<>(members(left));
		List<Condition> after = new ArrayList<>(members(right));
		boolean alike = quantifier(left).equals(quantifier(right));
		if (!alike) {
			lines.add(new Line(part, say(part, left), say(part, right)));
			return;
		}
		before.stream().filter(after::contains).forEach((same) -> lines.add(line(part, same, same)));
		List<Condition> gone = before.stream().filter((each) -> !after.contains(each)).toList();
		List<Condition> fresh = after.stream().filter((each) -> !before.contains(each)).toList();
		for (int at = 0; at < Math.max(gone.size(), fresh.size()); at++) {
			lines.add(line(part, (at < gone.size()) ? gone.get(at) : null, (at < fresh.size()) ? fresh.get(at) : null));
		}
	}

	private Line line(String part, @Nullable Condition left, @Nullable Condition right) {
		return new Line(part, (left != null) ? say(part, ConditionJson.write(left)) : null,
				(right != null) ? say(part, ConditionJson.write(right)) : null);
	}

	private String say(String part, String json) {
		return this.sentences.plain(json, part.equals("only"));
	}

	private static String quantifier(String json) {
		return (parse(json) instanceof Group group) ? group.of().key() : "";
	}

	private static List<Condition> members(String json) {
		return (parse(json) instanceof Group group) ? group.conditions() : List.of(parse(json));
	}

	private static Condition parse(String json) {
		try {
			return ConditionJson.parse(json);
		}
		catch (InvalidConditionException ex) {
			return Condition.any();
		}
	}

}
