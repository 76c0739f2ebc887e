package dev.sayso.audience.eligibility;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.ConditionSize;
import dev.sayso.audience.eligibility.EligibilityForm.Choice;
import dev.sayso.condition.ConditionSentences.Span;
import dev.sayso.condition.builder.BuilderView;

/**
 * The eligibility, ready to show and to choose: the fragment
 * {@code audience/eligibility/_eligibility :: eligibility(view)}, once in a form.
 *
 * @param open whether the reader may choose
 * @param all whether all of the audiences are needed, or any
 * @param ticks the audiences
 * @param unticked what is wrong with what is ticked as a whole, as a sentence
 * @param builder null where the reader may not choose
 * @param focus the id of the field where the keyboard goes on
 * @param sentence empty where no line says anything yet
 * @param unfinished how many lines say nothing yet
 * @param count null where it is not counted
 * @param wrong what is wrong with it, as sentences
 * @param kept the condition as it is kept; empty for everybody
 */
public record EligibilityView(Choice choice, boolean open, boolean all, List<Tick> ticks, @Nullable String unticked,
		@Nullable BuilderView builder, String focus, List<Span> sentence, int unfinished, @Nullable ConditionSize count,
		List<String> wrong, String kept) {

	/**
	 * An audience to tick.
	 *
	 * @param state message key of what is special about it: put away, or no longer there;
	 * null where nothing is
	 * @param fault what is wrong with it, as a sentence
	 */
	record Tick(String key, String name, boolean ticked, @Nullable String state, @Nullable String fault) {

	}

	public Choice[] choices() {
		return Choice.values();
	}

}
