package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;

/**
 * Adds, removes and reorders the scopes of a decision, as the buttons of the second step
 * say.
 */
final class EditScopes {

	private EditScopes() {
	}

	/**
	 * The scopes after a button.
	 * @param act what it does and with which placement: {@code add:}, {@code up:},
	 * {@code down:} or {@code remove:} and its key; anything else does nothing
	 */
	static List<DecisionScope> after(String act, List<DecisionScope> scopes) {
		String placement = act.substring(act.indexOf(':') + 1);
		List<DecisionScope> changed = new ArrayList<>(scopes);
		int at = changed.stream().map(DecisionScope::placement).toList().indexOf(placement);
		switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
			case "add" -> add(changed, at, placement);
			case "up" -> move(changed, at, at - 1);
			case "down" -> move(changed, at, at + 1);
			case "remove" -> changed.removeIf((scope) -> scope.placement().equals(placement));
			default -> {
				// a button that is not ours
			}
		}
		return List.copyOf(changed);
	}

	private static void add(List<DecisionScope> scopes, int at, String placement) {
		if (at < 0 && !placement.isEmpty() && scopes.size() < DecisionContent.MOST_SCOPES) {
			scopes.add(new DecisionScope(placement, List.of()));
		}
	}

	private static void move(List<DecisionScope> scopes, int from, int to) {
		if (from >= 0 && to >= 0 && to < scopes.size()) {
			scopes.add(to, scopes.remove(from));
		}
	}

}
