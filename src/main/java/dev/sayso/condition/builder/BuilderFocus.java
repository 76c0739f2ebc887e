package dev.sayso.condition.builder;

import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard goes on after a button of the builder.
 */
public final class BuilderFocus {

	private BuilderFocus() {
	}

	public static String after(String act, ConditionDraft.@Nullable Group edited) {
		if (!ConditionDraftEditor.isAct(act)) {
			return "";
		}
		String[] parts = act.split(":");
		String path = parts[1];
		ConditionDraft.Group draft = (edited != null) ? edited : ConditionDraft.Group.EMPTY;
		return switch (parts[0]) {
			case "line" -> "fact-" + last(path, draft);
			case "group" -> "fact-" + last(path, draft) + ".0";
			case "remove" -> "add-" + path.substring(0, Math.max(path.lastIndexOf('.'), ConditionDraft.ROOT.length()));
			case "value" -> "value-" + path + "-" + (values(path, draft) - 1);
			case "drop" -> "value-" + path + "-0";
			default -> "";
		};
	}

	private static String last(String path, ConditionDraft.Group draft) {
		return (at(path, draft) instanceof ConditionDraft.Group group) ? path + "." + (group.members().size() - 1)
				: path;
	}

	private static int values(String path, ConditionDraft.Group draft) {
		return (at(path, draft) instanceof ConditionDraft.Line line) ? line.values().size() : 1;
	}

	private static ConditionDraft at(String path, ConditionDraft.Group draft) {
		ConditionDraft node = draft;
		for (String step : path.substring(ConditionDraft.ROOT.length()).split("\\.")) {
			if (!step.isEmpty() && node instanceof ConditionDraft.Group group
					&& Integer.parseInt(step) < group.members().size()) {
				node = group.members().get(Integer.parseInt(step));
			}
		}
		return node;
	}

}
