package dev.sayso.condition.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactType;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;
import dev.sayso.shared.page.Choices;

/**
 * A condition while somebody puts it together: as the form has it, whole or not yet.
 */
public sealed interface ConditionDraft permits ConditionDraft.Group, ConditionDraft.Line {

	/** The path of the outermost group. */
	String ROOT = "0";

	/** A form with more nodes is refused: to leave some out would mean somebody else. */
	int MOST = 2 * Condition.MOST;

	record Group(Condition.Quantifier of, List<ConditionDraft> members) implements ConditionDraft {

		static final Group EMPTY = new Group(Condition.Quantifier.ALL, List.of());

		public static final Group NEW = new Group(Condition.Quantifier.ALL, List.of(Line.NEW));

		/** What could not be read means nobody, never everybody. */
		public static final Group UNREADABLE = new Group(Condition.Quantifier.ALL,
				List.of(new Line("?", Operator.IS_SET, List.of(""), Period.Unit.DAYS, false)));

		Group with(List<ConditionDraft> changed) {
			return new Group(this.of, List.copyOf(changed));
		}

		public Condition.Group toCondition(Map<String, Fact> facts) {
			return new Condition.Group(this.of,
					this.members.stream()
						.<Condition>map((member) -> (member instanceof Line line) ? line.toComparison(facts)
								: ((Group) member).toCondition(facts))
						.toList());
		}

		public Condition.Group toCompleteCondition(Map<String, Fact> facts) {
			return complete().toCondition(facts);
		}

		/** How many lines say nothing yet. */
		public int unfinished() {
			return this.members.stream()
				.mapToInt((member) -> (member instanceof Line line) ? (line.isComplete() ? 0 : 1)
						: ((Group) member).unfinished())
				.sum();
		}

		/**
		 * Whether no line says anything yet, so that the condition so far would match
		 * everybody by mistake.
		 */
		public boolean saysNothing() {
			return unfinished() > 0 && complete().members().isEmpty();
		}

		private Group complete() {
			return with(this.members.stream()
				.map((member) -> (member instanceof Group group) ? group.complete() : member)
				.filter((member) -> (member instanceof Line line) ? line.isComplete()
						: !((Group) member).members().isEmpty())
				.toList());
		}

	}

	/**
	 * A comparison as it is typed.
	 *
	 * @param values one or more texts; for a period the amount
	 */
	record Line(String fact, Operator operator, List<String> values, Period.Unit unit,
			boolean exactly) implements ConditionDraft {

		public static final Line NEW = new Line("country", Operator.IS, List.of(""), Period.Unit.DAYS, false);

		boolean isComplete() {
			return this.operator.shape() == Operator.Shape.NONE
					|| this.values.stream().anyMatch((value) -> !value.isBlank())
							&& (this.operator.shape() != Operator.Shape.TWO
									|| this.values.stream().filter((value) -> !value.isBlank()).count() == 2);
		}

		Line with(List<String> changed) {
			return new Line(this.fact, this.operator, List.copyOf(changed), this.unit, this.exactly);
		}

		private Condition.Comparison toComparison(Map<String, Fact> facts) {
			Fact known = facts.get(this.fact);
			FactType type = (known != null) ? known.type() : FactType.TEXT;
			List<Object> typed = this.values.stream()
				.filter((value) -> !value.isBlank())
				.map((value) -> typed(value, type))
				.toList();
			Operator.Shape shape = this.operator.shape();
			if (shape == Operator.Shape.NONE) {
				typed = List.of();
			}
			else if (typed.isEmpty() && shape == Operator.Shape.ONE && type == FactType.BOOLEAN) {
				// what its list shows before anything is chosen
				typed = List.of(true);
			}
			else if (shape == Operator.Shape.ONE && typed.size() > 1 && !takesMany(this.operator, type)) {
				typed = typed.subList(0, 1);
			}
			boolean many = typed.size() > 1 && shape == Operator.Shape.ONE;
			return new Condition.Comparison(this.fact, many ? several(this.operator) : this.operator, typed,
					this.exactly && (type == FactType.TEXT || type == FactType.CODE));
		}

		static boolean takesMany(Operator operator, FactType type) {
			return (operator == Operator.IS || operator == Operator.IS_NOT)
					&& (type == FactType.TEXT || type == FactType.CODE || type == FactType.NUMBER);
		}

		private static Operator several(Operator operator) {
			return (operator == Operator.IS_NOT) ? Operator.IS_NONE_OF : Operator.IS_ONE_OF;
		}

		private Object typed(String value, FactType type) {
			if (this.operator.shape() == Operator.Shape.PERIOD) {
				return value.matches("\\d{1,6}") ? new Period(Integer.parseInt(value), this.unit) : value;
			}
			return switch (type) {
				case NUMBER -> number(value);
				case BOOLEAN -> value.equals("true");
				default -> value;
			};
		}

		private static Object number(String value) {
			try {
				return new BigDecimal(value.replace(',', '.').replace(" ", ""));
			}
			catch (NumberFormatException ex) {
				return value;
			}
		}

	}

	/**
	 * Reads the builder's form: the paths of its nodes in order, and what is typed at
	 * each. It is read by hand, since its tree is as deep as somebody makes it, and what
	 * is incomplete stays.
	 */
	static Group parse(MultiValueMap<String, String> form) {
		List<String> nodes = form.getOrDefault("node", List.of());
		if (nodes.size() > MOST) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
		}
		Map<String, List<String>> members = new LinkedHashMap<>();
		nodes.stream().distinct().forEach((path) -> {
			Choices.check(path.matches(ROOT + "(\\.\\d{1,4}){1,40}"));
			String parent = path.substring(0, path.lastIndexOf('.'));
			Choices.check(parent.equals(ROOT) || nodes.contains(parent) && form.containsKey("of." + parent));
			members.computeIfAbsent(parent, (group) -> new ArrayList<>()).add(path);
		});
		return parseGroup(ROOT, members, form);
	}

	private static Group parseGroup(String path, Map<String, List<String>> members,
			MultiValueMap<String, String> form) {
		List<ConditionDraft> parsed = new ArrayList<>();
		members.getOrDefault(path, List.of())
			.forEach((member) -> parsed
				.add(form.containsKey("of." + member) ? parseGroup(member, members, form) : parseLine(member, form)));
		return new Group(Choices.read(form.getFirst("of." + path), Condition.Quantifier.ALL, Condition.Quantifier::of),
				List.copyOf(parsed));
	}

	private static Line parseLine(String path, MultiValueMap<String, String> form) {
		Operator operator = Choices.read(form.getFirst("op." + path), Operator.IS, Operator::of);
		List<String> values = form.getOrDefault("value." + path, List.of())
			.stream()
			.limit(1000)
			.map(String::strip)
			.toList();
		Period.Unit unit = Choices.read(form.getFirst("unit." + path), Period.Unit.DAYS, Period.Unit::of);
		return new Line(Objects.requireNonNullElse(form.getFirst("fact." + path), ""), operator,
				values.isEmpty() ? List.of("") : values, unit, form.containsKey("exactly." + path));
	}

	static Group of(Condition condition) {
		return (edited(condition) instanceof Group group) ? group
				: new Group(Condition.Quantifier.ALL, List.of(edited(condition)));
	}

	private static ConditionDraft edited(Condition condition) {
		return condition.match(
				(group) -> new Group(group.of(), group.conditions().stream().map(ConditionDraft::edited).toList()),
				ConditionDraft::line);
	}

	private static ConditionDraft line(Condition.Comparison comparison) {
		List<String> values = new ArrayList<>();
		Period.Unit unit = Period.Unit.DAYS;
		for (Object value : comparison.values()) {
			if (value instanceof Period period) {
				unit = period.unit();
				values.add(String.valueOf(period.amount()));
			}
			else {
				values.add((value instanceof BigDecimal number) ? number.toPlainString() : value.toString());
			}
		}
		return new Line(comparison.fact(), single(comparison.operator()), values, unit, comparison.exactly());
	}

	private static Operator single(Operator operator) {
		return switch (operator) {
			case IS_ONE_OF -> Operator.IS;
			case IS_NONE_OF -> Operator.IS_NOT;
			default -> operator;
		};
	}

}
