package dev.sayso.audience.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.audience.AudienceFacts;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;
import dev.sayso.shared.page.Choices;

/**
 * The eligibility in a form of any room: everybody, people in audiences, or a condition.
 * Its fields are called {@code eligibility}, {@code eligibility.…} and, in the builder,
 * {@code node} and {@code of.0…}, {@code fact.0…}, {@code op.0…}, {@code value.0…},
 * {@code unit.0…}, {@code exactly.0…}. It stands inside the forms of other rooms, and is
 * read as the builder in it is, beside what they bind.
 *
 * @param of whether all of the audiences are needed, or any
 * @param audiences keys of those that are ticked
 * @param draft the condition, kept while another choice is made
 * @param act the button that was pressed last; null where the form was opened or is to be
 * saved
 */
public record EligibilityForm(Choice choice, Condition.Quantifier of, List<String> audiences,
		ConditionDraft.Group draft, @Nullable String act) {

	/** What the {@code act} of each of its buttons begins with. */
	public static final String ACT = "eligibility:";

	public EligibilityForm {
		audiences = audiences.stream().distinct().sorted().toList();
	}

	public enum Choice {

		EVERYBODY, AUDIENCES, CONDITION;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	public static EligibilityForm of(Condition condition) {
		if (condition.isEverybody()) {
			return new EligibilityForm(Choice.EVERYBODY, Condition.Quantifier.ANY, List.of(), ConditionDraft.Group.NEW,
					null);
		}
		boolean all = condition instanceof Condition.Group group && group.of() == Condition.Quantifier.ALL;
		Condition.Quantifier of = all ? Condition.Quantifier.ALL : Condition.Quantifier.ANY;
		return namesAudiences(condition)
				? new EligibilityForm(Choice.AUDIENCES, of, new ArrayList<>(AudienceFacts.in(condition)),
						ConditionDraft.of(condition), null)
				: new EligibilityForm(Choice.CONDITION, Condition.Quantifier.ANY, List.of(),
						ConditionDraft.of(condition), null);
	}

	/**
	 * The form of a stored condition: JSON, or nothing for everybody. What cannot be read
	 * matches nobody.
	 */
	public static EligibilityForm of(String kept) {
		try {
			return of(kept.isBlank() ? Condition.EVERYBODY : ConditionJson.parse(kept));
		}
		catch (InvalidConditionException ex) {
			return unreadable();
		}
	}

	/** Reads what was typed. A form without a choice matches nobody. */
	public static EligibilityForm read(MultiValueMap<String, String> fields) {
		String kept = fields.getFirst("eligibility.kept");
		if (kept != null) {
			return of(kept);
		}
		Condition.Quantifier of = Choices.read(fields.getFirst("eligibility.of"), Condition.Quantifier.ANY,
				(key) -> Condition.Quantifier.of(key).filter((each) -> each != Condition.Quantifier.NONE));
		return Arrays.stream(Choice.values())
			.filter((choice) -> choice.key().equals(fields.getFirst("eligibility")))
			.findFirst()
			.map((choice) -> new EligibilityForm(choice, of, fields.getOrDefault("eligibility.audience", List.of()),
					ConditionDraft.parse(fields), null))
			.orElseGet(EligibilityForm::unreadable);
	}

	/**
	 * Whether a form was sent by one of the buttons of its eligibility: then nothing is
	 * to be saved, but its page is to be shown again with what is {@link #after} it.
	 */
	public static boolean isAct(@Nullable String act) {
		return act != null && act.startsWith(ACT);
	}

	public EligibilityForm after(String act) {
		String button = isAct(act) ? act.substring(ACT.length()) : "";
		return new EligibilityForm(this.choice, this.of, this.audiences, ConditionDraftEditor.apply(button, this.draft),
				button);
	}

	private static EligibilityForm unreadable() {
		return new EligibilityForm(Choice.CONDITION, Condition.Quantifier.ANY, List.of(),
				ConditionDraft.Group.UNREADABLE, null);
	}

	private static boolean namesAudiences(Condition condition) {
		return condition.match(
				(group) -> group.of() != Condition.Quantifier.NONE && !group.conditions().isEmpty()
						&& group.conditions()
							.stream()
							.allMatch((member) -> member instanceof Condition.Comparison && namesAudiences(member)),
				(comparison) -> comparison.fact().startsWith(AudienceFacts.PREFIX)
						&& comparison.operator() == Operator.IS && comparison.values().equals(List.of(true)));
	}

}
