package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;

/**
 * Reads the builder's form: the paths of its nodes in order, and what is typed at each.
 */
public final class ReadDraft {

	/** A form with more nodes is refused: to leave some out would mean somebody else. */
	private static final int MOST = 2 * Condition.MOST;

	private final MultiValueMap<String, String> typed;

	private final Map<String, List<String>> members = new LinkedHashMap<>();

	private ReadDraft(MultiValueMap<String, String> typed) {
		this.typed = typed;
		List<String> nodes = typed.getOrDefault("node", List.of());
		if (nodes.size() > MOST) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
		}
		nodes.stream()
			.filter((path) -> path.matches(ConditionDraft.ROOT + "(\\.\\d{1,4}){1,40}"))
			.distinct()
			.forEach((path) -> this.members
				.computeIfAbsent(path.substring(0, path.lastIndexOf('.')), (key) -> new ArrayList<>())
				.add(path));
	}

	public static ConditionDraft.Group of(MultiValueMap<String, String> typed) {
		return new ReadDraft(typed).group(ConditionDraft.ROOT);
	}

	private ConditionDraft.Group group(String path) {
		Condition.Quantifier of = quantifier(first("of." + path));
		return new ConditionDraft.Group(of,
				this.members.getOrDefault(path, List.of()).stream().map(this::node).toList());
	}

	private ConditionDraft node(String path) {
		return this.typed.containsKey("of." + path) ? group(path) : line(path);
	}

	private ConditionDraft line(String path) {
		Operator operator = Operator.of(first("op." + path)).orElse(Operator.IS);
		List<String> values = this.typed.getOrDefault("value." + path, List.of())
			.stream()
			.limit(1000)
			.map(String::strip)
			.toList();
		Period.Unit unit = java.util.Arrays.stream(Period.Unit.values())
			.filter((one) -> one.key().equals(first("unit." + path)))
			.findFirst()
			.orElse(Period.Unit.DAYS);
		return new ConditionDraft.Line(first("fact." + path), operator, values.isEmpty() ? List.of("") : values, unit,
				this.typed.containsKey("exactly." + path));
	}

	private String first(String name) {
		String value = this.typed.getFirst(name);
		return (value != null) ? value : "";
	}

	private static Condition.Quantifier quantifier(String key) {
		return java.util.Arrays.stream(Condition.Quantifier.values())
			.filter((one) -> one.key().equals(key))
			.findFirst()
			.orElse(Condition.Quantifier.ALL);
	}

}
