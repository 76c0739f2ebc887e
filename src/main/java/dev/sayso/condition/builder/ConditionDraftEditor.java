package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.sayso.condition.Condition;

/**
 * What the builder's buttons do to a draft: {@code line:<path>}, {@code group:<path>},
 * {@code remove:<path>}, {@code value:<path>} and {@code drop:<path>:<place>}.
 */
public final class ConditionDraftEditor {

	private static final String PATH = ConditionDraft.ROOT + "(\\.\\d{1,4})*";

	private ConditionDraftEditor() {
	}

	/**
	 * The draft after a button; the same where the button means nothing.
	 */
	public static ConditionDraft.Group apply(String act, ConditionDraft.Group draft) {
		if (!isOne(act)) {
			return draft;
		}
		String[] parts = act.split(":");
		int[] path = Arrays.stream(parts[1].split("\\.")).skip(1).mapToInt(Integer::parseInt).toArray();
		int place = (parts.length > 2 && parts[2].matches("\\d{1,4}")) ? Integer.parseInt(parts[2]) : -1;
		return (ConditionDraft.Group) at(draft, path, 0, parts[0], place);
	}

	/**
	 * Whether a text is something a button could say.
	 */
	static boolean isOne(String act) {
		String[] parts = act.split(":");
		return parts.length > 1 && parts[1].matches(PATH);
	}

	private static ConditionDraft at(ConditionDraft node, int[] path, int depth, String act, int place) {
		if (depth == path.length) {
			return here(node, act, place);
		}
		if (!(node instanceof ConditionDraft.Group group) || path[depth] >= group.members().size()) {
			return node;
		}
		List<ConditionDraft> members = new ArrayList<>(group.members());
		if (act.equals("remove") && depth == path.length - 1) {
			members.remove(path[depth]);
		}
		else {
			members.set(path[depth], at(members.get(path[depth]), path, depth + 1, act, place));
		}
		return group.with(members);
	}

	private static ConditionDraft here(ConditionDraft node, String act, int place) {
		if (node instanceof ConditionDraft.Group group) {
			List<ConditionDraft> members = new ArrayList<>(group.members());
			switch (act) {
				case "line" -> members.add(ConditionDraft.Line.NEW);
				case "group" ->
					members.add(new ConditionDraft.Group(other(group.of()), List.of(ConditionDraft.Line.NEW)));
				default -> {
				}
			}
			return group.with(members);
		}
		return (node instanceof ConditionDraft.Line line) ? values(line, act, place) : node;
	}

	private static ConditionDraft.Line values(ConditionDraft.Line line, String act, int place) {
		List<String> values = new ArrayList<>(line.values());
		if (act.equals("value")) {
			values.add("");
		}
		else if (act.equals("drop") && place >= 0 && place < values.size() && values.size() > 1) {
			values.remove(place);
		}
		return line.with(values);
	}

	/**
	 * A group in a group says something else, or it were not needed.
	 */
	private static Condition.Quantifier other(Condition.Quantifier outer) {
		return (outer == Condition.Quantifier.ALL) ? Condition.Quantifier.ANY : Condition.Quantifier.ALL;
	}

}
