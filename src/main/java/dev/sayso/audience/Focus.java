package dev.sayso.audience;

import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard goes on after a button of the builder.
 */
public final class Focus {

	private Focus() {
	}

	/**
	 * The id of a field or a button; empty where it stays.
	 */
	public static String after(String act, Draft.@Nullable Group edited) {
		if (!EditDraft.isOne(act)) {
			return "";
		}
		String[] parts = act.split(":");
		String path = parts[1];
		Draft.Group draft = (edited != null) ? edited : Draft.Group.EMPTY;
		return switch (parts[0]) {
			case "line" -> "fact-" + last(path, draft);
			case "group" -> "fact-" + last(path, draft) + ".0";
			case "remove" -> "add-" + path.substring(0, Math.max(path.lastIndexOf('.'), Draft.ROOT.length()));
			case "value" -> "value-" + path + "-" + (values(path, draft) - 1);
			case "drop" -> "value-" + path + "-0";
			default -> "";
		};
	}

	private static String last(String path, Draft.Group draft) {
		return (at(path, draft) instanceof Draft.Group group) ? path + "." + (group.members().size() - 1) : path;
	}

	private static int values(String path, Draft.Group draft) {
		return (at(path, draft) instanceof Draft.Line line) ? line.values().size() : 1;
	}

	private static Draft at(String path, Draft.Group draft) {
		Draft node = draft;
		for (String step : path.substring(Draft.ROOT.length()).split("\\.")) {
			if (!step.isEmpty() && node instanceof Draft.Group group
					&& Integer.parseInt(step) < group.members().size()) {
				node = group.members().get(Integer.parseInt(step));
			}
		}
		return node;
	}

}
