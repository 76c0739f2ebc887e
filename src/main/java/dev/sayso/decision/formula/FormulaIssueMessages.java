package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.cel.common.types.CelKind;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Says what the language finds wrong in our words, which have languages.
 */
final class FormulaIssueMessages {

	private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+?)'.*");

	private static final Pattern OPERANDS = Pattern.compile(
			"found no matching overload for '(.+?)' applied to '(?:.+?\\.)?\\((.*?)\\)' \\(candidates.*",
			Pattern.DOTALL);

	private static final Map<String, String> TYPES = Map.of("double", "number", "int", "number", "uint", "number",
			"string", "text", "bool", "truth", "google.protobuf.Timestamp", "moment", "google.protobuf.Duration",
			"stretch", "list", "list", "map", "members", "null_type", "nothing");

	private static final int MOST_NAMED = 3;

	private FormulaIssueMessages() {
	}

	static boolean isNoise(String message) {
		return message.startsWith("undeclared reference to 'math'");
	}

	static FormulaFault fault(String message) {
		if (message.startsWith("Expression recursion limit")) {
			return FormulaFault.of("deep", FormulaLanguage.DEEPEST);
		}
		if (message.startsWith("For input string") || message.contains("number")) {
			return FormulaFault.of("number");
		}
		if (message.startsWith("invalid argument to has()")) {
			return FormulaFault.of("has");
		}
		Matcher undeclared = UNDECLARED.matcher(message);
		if (undeclared.matches()) {
			return FormulaFault.of("function", undeclared.group(1));
		}
		Matcher operands = OPERANDS.matcher(message);
		return operands.matches() ? operands(operands.group(1), operands.group(2)) : FormulaFault.of("syntax");
	}

	private static FormulaFault operands(String function, String types) {
		if (function.equals("_?_:_")) {
			return FormulaFault.of(types.startsWith("bool,") ? "branches" : "choice");
		}
		List<Object> details = new ArrayList<>();
		details.add(function.replaceAll("[@_]", "").replace("?:", "? :"));
		split(types).forEach((type) -> details.add(word(type)));
		int named = details.size() - 1;
		return (named >= 1 && named <= MOST_NAMED) ? FormulaFault.of("operands." + named, details.toArray())
				: FormulaFault.of("operands", details.get(0));
	}

	private static List<String> split(String types) {
		return types.isBlank() ? List.of() : List.of(types.replaceAll("\\([^,]*(?:, [^,]*)?\\)", "").split(", "));
	}

	static DefaultMessageSourceResolvable word(String type) {
		String name = type.replaceFirst("\\(.*", "");
		return new DefaultMessageSourceResolvable("decision.formula.type." + TYPES.getOrDefault(name, "value"));
	}

	static boolean isNumber(CelKind kind) {
		return switch (kind) {
			case DOUBLE, INT, UINT, DYN, ANY -> true;
			default -> false;
		};
	}

}
