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

	private final DecisionMessages messages;

	ImpactMessages(DecisionMessages messages) {
		this.messages = messages;
	}

	List<ImpactView.Sentence> describe(ImpactResult.InScope scope, ImpactViews.Context context) {
		List<ImpactView.Sentence> sentences = new ArrayList<>();
		if (!scope.after()) {
			sentences.add(say("gone", true, null));
		}
		else if (!scope.before()) {
			sentences.add(say("new", false, null));
		}
		else {
			moves(scope, context, sentences);
		}
		scope.refused()
			.stream()
			.filter((refused) -> refused.all() > refused.down())
			.limit(NAMED)
			.forEach((refused) -> sentences.add(refused("consent", refused.all() - refused.down(), refused, context)));
		return sentences;
	}

	private void moves(ImpactResult.InScope scope, ImpactViews.Context context, List<ImpactView.Sentence> sentences) {
		if (scope.down() + scope.up() + scope.across() == 0) {
			sentences.add(say("same", false, null));
		}
		if (scope.down() > 0) {
			sentences.add(many("down", scope.down(), true, context));
			scope.refused()
				.stream()
				.filter((refused) -> refused.down() > 0)
				.limit(NAMED)
				.forEach((refused) -> sentences.add(refused("down.consent", refused.down(), refused, context)));
		}
		if (scope.up() > 0) {
			sentences.add(many("up", scope.up(), false, context));
		}
		if (scope.across() > 0) {
			sentences.add(many("across", scope.across(), false, context));
		}
	}

	private ImpactView.Sentence many(String key, long people, boolean weighs, ImpactViews.Context context) {
		return say(key, weighs, null, context.everybody(people), context.number(people));
	}

	private ImpactView.Sentence refused(String key, long people, ImpactResult.Refused refused,
			ImpactViews.Context context) {
		UUID example = refused.example();
		return say(key, false, context.example(example), context.everybody(people), context.number(people),
				context.lookup().offerName(refused.offer()));
	}

	private ImpactView.Sentence say(String key, boolean weighs, ImpactView.@Nullable Example example, Object... args) {
		return new ImpactView.Sentence(this.messages.word("decision.impact." + key, args), weighs, example);
	}

}
