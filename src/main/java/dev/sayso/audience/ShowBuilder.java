package dev.sayso.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audience.BuilderView.Choice;
import dev.sayso.audience.BuilderView.GroupView;
import dev.sayso.audience.BuilderView.Input;
import dev.sayso.audience.BuilderView.LineView;
import dev.sayso.audience.BuilderView.Menu;
import dev.sayso.audience.BuilderView.Node;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionWords;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Facts;
import dev.sayso.condition.Fault;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;

/**
 * Puts the builder together for its page.
 */
@Component
class ShowBuilder {

	private final Facts facts;

	private final ConditionWords words;

	private final MessageSource messages;

	ShowBuilder(Facts facts, ConditionWords words, MessageSource messages) {
		this.facts = facts;
		this.words = words;
		this.messages = messages;
	}

	/** What all lines are shown with. */
	private record Page(Map<String, Fact> facts, List<Menu> menu, Map<String, String> faults) {

	}

	BuilderView of(Draft.Group draft, List<Fault> faults, boolean open) {
		Map<String, String> told = new HashMap<>();
		Locale reader = LocaleContextHolder.getLocale();
		faults.forEach((fault) -> told.putIfAbsent(path(fault.pointer()), this.words.fault(fault, reader)));
		List<Menu> menu = this.facts.groups()
			.stream()
			.map((group) -> new Menu(this.messages.getMessage(group.title(), null, reader),
					group.facts()
						.stream()
						.map((fact) -> new Choice(fact.name(), this.words.label(fact, reader)))
						.toList()))
			.toList();
		return new BuilderView(node(draft, Draft.ROOT, 0, new Page(this.facts.byName(), menu, told)), menu, open);
	}

	/**
	 * The place in the form that a pointer into the condition means.
	 */
	static String path(String pointer) {
		StringBuilder path = new StringBuilder(Draft.ROOT);
		String[] segments = pointer.split("/");
		for (int at = 1; at + 1 < segments.length; at += 2) {
			if (!List.of("all", "any", "none").contains(segments[at])) {
				break;
			}
			path.append('.').append(segments[at + 1]);
		}
		return path.toString();
	}

	private Node node(Draft draft, String path, int depth, Page page) {
		if (draft instanceof Draft.Line line) {
			return new Node(path, null, line(line, page.facts().get(line.fact()), page.menu()),
					page.faults().get(path));
		}
		Draft.Group group = (Draft.Group) draft;
		List<Node> members = new ArrayList<>();
		for (Draft member : group.members()) {
			members.add(node(member, path + "." + members.size(), depth + 1, page));
		}
		String join = (group.of() == Condition.Quantifier.ALL) ? "and" : "or";
		return new Node(path, new GroupView(group.of().key(), join, members, depth >= Condition.DEEPEST - 1), null,
				page.faults().get(path));
	}

	private LineView line(Draft.Line line, @Nullable Fact fact, List<Menu> menu) {
		Locale reader = LocaleContextHolder.getLocale();
		FactType type = (fact != null) ? fact.type() : FactType.TEXT;
		Operator operator = line.operator();
		List<Choice> choices = choices(fact, type, reader);
		List<Choice> units = Arrays.stream(Period.Unit.values())
			.map((unit) -> new Choice(unit.key(), this.words.unit(unit, 2, reader)))
			.toList();
		boolean many = DraftCondition.takesMany(operator, type);
		List<Choice> shown = Stream.concat(FitDraft.operators(fact).stream(), Stream.of(operator))
			.distinct()
			.map((one) -> new Choice(one.key(), this.words.operator(one, type, reader)))
			.toList();
		boolean hidden = fact != null && menu.stream()
			.flatMap((group) -> group.choices().stream())
			.noneMatch((one) -> one.value().equals(line.fact()));
		String label = (fact != null) ? this.words.label(fact, reader) : line.fact();
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

	private static Input input(Operator operator, FactType type, List<Choice> choices) {
		if (operator.shape() == Operator.Shape.NONE) {
			return Input.NONE;
		}
		if (operator.shape() == Operator.Shape.PERIOD) {
			return Input.PERIOD;
		}
		return switch (type) {
			case DATE, INSTANT -> Input.DATE;
			case NUMBER -> Input.NUMBER;
			default -> (choices.isEmpty()) ? Input.TEXT : Input.CHOICE;
		};
	}

	private List<Choice> choices(@Nullable Fact fact, FactType type, Locale reader) {
		if (fact == null) {
			return List.of();
		}
		if (type == FactType.BOOLEAN) {
			return List.of(new Choice("true", this.messages.getMessage("yes", null, reader)),
					new Choice("false", this.messages.getMessage("no", null, reader)));
		}
		return fact.options().apply(reader).stream().map((one) -> new Choice(one.value(), one.label())).toList();
	}

}
