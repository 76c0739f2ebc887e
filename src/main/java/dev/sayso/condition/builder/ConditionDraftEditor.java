package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Operator;

/**
 * What the builder's buttons do to a draft: {@code line:<path>}, {@code group:<path>},
 * {@code remove:<path>}, {@code value:<path>} and {@code drop:<path>:<place>};
 * {@code open:<path>} changes nothing, but draws the menus of a line whole.
 */
public final class ConditionDraftEditor {

	private static final String PATH = ConditionDraft.ROOT + "(\\.\\d{1,4})*";

	private ConditionDraftEditor() {
	}

	/** The draft after a button; the same where the button means nothing. */
	public static ConditionDraft.Group apply(String act, ConditionDraft.Group draft) {
		if (!isAct(act)) {
			return draft;
		}
		String[] parts = act.split(":");
		int[] path = Arrays.stream(parts[1].split("\\.")).skip(1).mapToInt(Integer::parseInt).toArray();
		int place = (parts.length > 2 && parts[2].matches("\\d{1,4}")) ? Integer.parseInt(parts[2]) : -1;
		return (ConditionDraft.Group) at(draft, path, 0, parts[0], place);
	}

	static boolean isAct(String act) {
		String[] parts = act.split(":");
		return parts.length > 1 && parts[1].matches(PATH);
	}

	/** Where the keyboard goes on after a button. */
	public static String focus(String act, ConditionDraft.@Nullable Group edited) {
		if (!isAct(act)) {
			return "";
		}
		String[] parts = act.split(":");
		String path = parts[1];
		ConditionDraft.Group draft = (edited != null) ? edited : ConditionDraft.Group.EMPTY;
		return switch (parts[0]) {
			case "line" -> "fact-" + last(path, draft);
			case "group" -> "fact-" + last(path, draft) + ".0";
			case "remove" -> "add-" + path.substring(0, Math.max(path.lastIndexOf('.'), ConditionDraft.ROOT.length()));
			case "open" -> "fact-" + path;
			case "value" -> "value-" + path + "-" + (values(path, draft) - 1);
			case "drop" -> "value-" + path + "-0";
			default -> "";
		};
	}

	private static String last(String path, ConditionDraft.Group draft) {
		return (node(path, draft) instanceof ConditionDraft.Group group) ? path + "." + (group.members().size() - 1)
				: path;
	}

	private static int values(String path, ConditionDraft.Group draft) {
		return (node(path, draft) instanceof ConditionDraft.Line line) ? line.values().size() : 1;
	}

	private static ConditionDraft node(String path, ConditionDraft.Group draft) {
		ConditionDraft node = draft;
		for (String step : path.substring(ConditionDraft.ROOT.length()).split("\\.")) {
			if (!step.isEmpty() && node instanceof ConditionDraft.Group group
					&& Integer.parseInt(step) < group.members().size()) {
				node = group.members().get(Integer.parseInt(step));
			}
		}
		return node;
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

	/** A group in a group says something else, or it were not needed. */
	private static Condition.Quantifier other(Condition.Quantifier outer) {
		return (outer == Condition.Quantifier.ALL) ? Condition.Quantifier.ANY : Condition.Quantifier.ALL;
	}

	/**
	 * Lets what is typed on each line fit the fact it is about, after another fact or
	 * another comparison was chosen.
	 */
	public static ConditionDraft.Group fit(ConditionDraft.Group draft, Map<String, Fact> facts) {
		return draft.with(draft.members()
			.stream()
			.map((member) -> (member instanceof ConditionDraft.Group group) ? fit(group, facts)
					: fit((ConditionDraft.Line) member, facts))
			.toList());
	}

	private static ConditionDraft fit(ConditionDraft.Line line, Map<String, Fact> facts) {
		Fact fact = facts.get(line.fact());
		if (fact == null) {
			return line;
		}
		Operator operator = line.operator().takes(fact.type()) ? line.operator() : operators(fact).get(0);
		List<String> values = line.values().stream().map((value) -> fit(value, fact, operator)).toList();
		return new ConditionDraft.Line(line.fact(), operator, values, line.unit(), line.exactly());
	}

	private static String fit(String value, Fact fact, Operator operator) {
		if (operator.shape() == Operator.Shape.PERIOD) {
			return value.matches("\\d{4}-\\d\\d-\\d\\d") ? "" : value;
		}
		return switch (fact.type()) {
			case BOOLEAN -> value.equals("false") ? value : "true";
			case DATE, INSTANT -> value.matches("\\d{4}-.*") ? value : "";
			case CODE -> isOption(value, fact) ? value : "";
			default -> value;
		};
	}

	private static boolean isOption(String value, Fact fact) {
		return !fact.closed()
				|| fact.options().apply(Locale.ENGLISH).stream().anyMatch((option) -> option.value().equals(value));
	}

	/**
	 * The comparisons a line offers. Being one of some things is being something with
	 * more values; and whether a fact is known is no comparison where it always is.
	 */
	static List<Operator> operators(@Nullable Fact fact) {
		FactType type = (fact != null) ? fact.type() : FactType.TEXT;
		boolean always = fact != null && (type == FactType.BOOLEAN && !fact.phrase().equals("attributes")
				|| List.of("reach", "action").contains(fact.phrase()));
		return Arrays.stream(Operator.values())
			.filter((operator) -> operator.takes(type))
			.filter((operator) -> operator != Operator.IS_ONE_OF && operator != Operator.IS_NONE_OF)
			.filter((operator) -> type != FactType.BOOLEAN || operator != Operator.IS_NOT)
			.filter((operator) -> !always || operator.affirmed() != Operator.IS_SET)
			.toList();
	}

}
