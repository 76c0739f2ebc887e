package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.editor.DecisionMessages;

/**
 * Says of one placement what a draft would change, what matters most first.
 */
@Component
class ImpactMessages {

	/** So many offers are named that consent would open. */
	private static final int NAMED = 5;

	private final DecisionMessages words;

	ImpactMessages(DecisionMessages words) {
		this.words = words;
	}

	List<ImpactView.Said> of(ImpactResult.InScope scope, ImpactViews.Telling telling) {
		List<ImpactView.Said> said = new ArrayList<>();
		if (!scope.after()) {
			said.add(say("gone", true, null));
		}
		else if (!scope.before()) {
			said.add(say("new", false, null));
		}
		else {
			moves(scope, telling, said);
		}
		scope.refused()
			.stream()
			.filter((one) -> one.all() > one.down())
			.limit(NAMED)
			.forEach((one) -> said.add(refused("consent", one.all() - one.down(), one, telling)));
		return said;
	}

	private void moves(ImpactResult.InScope scope, ImpactViews.Telling telling, List<ImpactView.Said> said) {
		if (scope.down() + scope.up() + scope.across() == 0) {
			said.add(say("same", false, null));
		}
		if (scope.down() > 0) {
			said.add(many("down", scope.down(), true, telling));
			scope.refused()
				.stream()
				.filter((one) -> one.down() > 0)
				.limit(NAMED)
				.forEach((one) -> said.add(refused("down.consent", one.down(), one, telling)));
		}
		if (scope.up() > 0) {
			said.add(many("up", scope.up(), false, telling));
		}
		if (scope.across() > 0) {
			said.add(many("across", scope.across(), false, telling));
		}
	}

	private ImpactView.Said many(String key, long people, boolean weighs, ImpactViews.Telling telling) {
		return say(key, weighs, null, telling.everybody(people), telling.number(people));
	}

	private ImpactView.Said refused(String key, long people, ImpactResult.Refused one, ImpactViews.Telling telling) {
		UUID example = one.example();
		return say(key, false, telling.example(example), telling.everybody(people), telling.number(people),
				telling.shelves().offerName(one.offer()));
	}

	private ImpactView.Said say(String key, boolean weighs, ImpactView.@Nullable Example example, Object... args) {
		return new ImpactView.Said(this.words.word("decision.impact." + key, args), weighs, example);
	}

}
