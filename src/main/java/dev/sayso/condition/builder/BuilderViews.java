package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;
import dev.sayso.condition.builder.BuilderView.Choice;
import dev.sayso.condition.builder.BuilderView.GroupView;
import dev.sayso.condition.builder.BuilderView.Input;
import dev.sayso.condition.builder.BuilderView.LineView;
import dev.sayso.condition.builder.BuilderView.Node;

/**
 * A condition as its editor draws it: the lines, the operators that fit each fact, and
 * what is wrong with a line.
 */
@Component
public class BuilderViews {

	/** A page with more lines than that would have too much in it for a browser. */
	private static final int MANY = 60;

	private final FactRegistry facts;

	private final ConditionMessages conditionMessages;

	private final MessageSourceAccessor messages;

	BuilderViews(FactRegistry facts, ConditionMessages conditionMessages, MessageSourceAccessor messages) {
		this.facts = facts;
		this.conditionMessages = conditionMessages;
		this.messages = messages;
	}

	/** The same over other facts. */
	public BuilderViews over(FactRegistry other) {
		return new BuilderViews(other, this.conditionMessages, this.messages);
	}

	/**
	 * @param choices what the values of a fact can be, by its name, as they are asked for
	 */
	private record Page(Map<String, Fact> facts, SelectOptions menu, Map<String, String> faults,
			Map<String, SelectOptions> choices, Locale reader) {

	}

	/**
	 * @param faults those that are said at their lines
	 */
	public BuilderView create(ConditionDraft.Group draft, List<ConditionFault> faults, boolean open,
			BuilderView.Posts to) {
		Map<String, String> messagesByPath = new HashMap<>();
		Locale reader = LocaleContextHolder.getLocale();
		faults.forEach((fault) -> messagesByPath.putIfAbsent(path(fault.pointer()),
				this.conditionMessages.fault(fault, reader)));
		SelectOptions menu = this.facts.groups()
			.stream()
			.map((group) -> SelectOptions
				.of(group.facts()
					.stream()
					.map((fact) -> new Choice(fact.name(), this.conditionMessages.label(fact, reader)))
					.toList())
				.under(this.messages.getMessage(group.title())))
			.reduce(SelectOptions.NONE, SelectOptions::and);
		Page page = new Page(this.facts.byName(), menu, messagesByPath, new HashMap<>(), reader);
		Node root = node(draft, ConditionDraft.ROOT, 0, page);
		return new BuilderView(root, menu, open, to, (open && lines(draft) > MANY) ? shared(page) : Map.of());
	}

	private static int lines(ConditionDraft draft) {
		return (draft instanceof ConditionDraft.Group group)
				? group.members().stream().mapToInt(BuilderViews::lines).sum() : 1;
	}

	private static Map<String, String> shared(Page page) {
		Map<String, String> shared = new TreeMap<>(Map.of(BuilderView.FACTS, page.menu().html()));
		page.choices().forEach((fact, choices) -> shared.put("menu-" + fact, choices.html()));
		return shared;
	}

	public static String path(String pointer) {
		StringBuilder path = new StringBuilder(ConditionDraft.ROOT);
		String[] segments = pointer.split("/");
		for (int at = 1; at + 1 < segments.length; at += 2) {
			if (!List.of("all", "any", "none").contains(segments[at])) {
				break;
			}
			path.append('.').append(segments[at + 1]);
		}
		return path.toString();
	}

	private Node node(ConditionDraft draft, String path, int depth, Page page) {
		if (draft instanceof ConditionDraft.Line line) {
			return new Node(path, null, line(line, page.facts().get(line.fact()), page), page.faults().get(path));
		}
		ConditionDraft.Group group = (ConditionDraft.Group) draft;
		List<Node> members = new ArrayList<>();
		for (ConditionDraft member : group.members()) {
			members.add(node(member, path + "." + members.size(), depth + 1, page));
		}
		String join = (group.of() == Condition.Quantifier.ALL) ? "and" : "or";
		return new Node(path, new GroupView(group.of().key(), join, members, depth >= Condition.DEEPEST - 1), null,
				page.faults().get(path));
	}

	private LineView line(ConditionDraft.Line line, @Nullable Fact fact, Page page) {
		Locale reader = page.reader();
		FactType type = (fact != null) ? fact.type() : FactType.TEXT;
		Operator operator = line.operator();
		SelectOptions choices = (fact == null) ? SelectOptions.NONE
				: page.choices().computeIfAbsent(fact.name(), (name) -> SelectOptions.of(choices(fact, reader)));
		List<Choice> units = Arrays.stream(Period.Unit.values())
			.map((unit) -> new Choice(unit.key(), this.conditionMessages.unit(unit, 2, reader)))
			.toList();
		boolean many = ConditionDraft.Line.takesMany(operator, type);
		List<Choice> shown = Stream.concat(ConditionDraftEditor.operators(fact).stream(), Stream.of(operator))
			.distinct()
			.map((known) -> new Choice(known.key(), this.conditionMessages.operator(known, type, reader)))
			.toList();
		boolean hidden = fact != null && !page.menu().has(line.fact());
		String label = (fact != null) ? this.conditionMessages.label(fact, reader) : line.fact();
		return new LineView(line.fact(), label, (fact == null) ? line.fact() : null, hidden, shown, operator.key(),
				input(operator, type, choices), values(line.values(), operator, many), many, choices,
				type == FactType.CODE, units, line.unit().key(),
				(type == FactType.TEXT || line.exactly()) && operator.shape() != Operator.Shape.NONE, line.exactly());
	}

	private static List<String> values(List<String> typed, Operator operator, boolean many) {
		int most = many ? typed.size() : (operator.shape() == Operator.Shape.TWO) ? 2 : 1;
		List<String> values = new ArrayList<>(typed.subList(0, Math.min(most, typed.size())));
		while (operator.shape() == Operator.Shape.TWO && values.size() < 2) {
			values.add("");
		}
		return values.isEmpty() ? List.of("") : values;
	}

	private static Input input(Operator operator, FactType type, SelectOptions choices) {
		if (operator.shape() == Operator.Shape.NONE) {
			return Input.NONE;
		}
		if (operator.shape() == Operator.Shape.PERIOD) {
			return Input.PERIOD;
		}
		return switch (type) {
			case DATE, INSTANT -> Input.DATE;
			case NUMBER -> Input.NUMBER;
			default -> choices.choices().isEmpty() ? Input.TEXT : Input.CHOICE;
		};
	}

	private List<Choice> choices(Fact fact, Locale reader) {
		if (fact.type() == FactType.BOOLEAN) {
			return List.of(new Choice("true", this.messages.getMessage("yes")),
					new Choice("false", this.messages.getMessage("no")));
		}
		return fact.options()
			.apply(reader)
			.stream()
			.map((option) -> new Choice(option.value(), option.label()))
			.toList();
	}

}
