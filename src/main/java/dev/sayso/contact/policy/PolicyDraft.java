package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Fact;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraft.Group;
import dev.sayso.condition.builder.ConditionDraft.Line;
import dev.sayso.condition.builder.ConditionDraftEditor;
import dev.sayso.consent.Choice;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.Choices;

/**
 * A policy while somebody puts it together: its two conditions as the two members of one
 * tree, so that one form has both.
 *
 * @param root holds <em>if</em> first and <em>then</em> second
 */
record PolicyDraft(Group root) {

	/** The buttons that add a line ready made. */
	private static final String ADD_ACTION = "action";

	private static final String ADD_CHOICE = "choice";

	static final PolicyDraft NEW = of(new Group(Condition.Quantifier.ALL, List.of(action())),
			new Group(Condition.Quantifier.ALL, List.of(choice())));

	private static PolicyDraft of(Group when, Group only) {
		return new PolicyDraft(new Group(Condition.Quantifier.ALL, List.of(when, only)));
	}

	static PolicyDraft of(PolicyContent content) {
		return of(draft(content.when()), draft(content.only()));
	}

	private static Group draft(String json) {
		try {
			return ConditionDraft.of(ConditionJson.parse(json));
		}
		catch (InvalidConditionException ex) {
			return Group.UNREADABLE;
		}
	}

	/** Reads the form, which has both conditions or none, or is refused. */
	static PolicyDraft read(MultiValueMap<String, String> fields) {
		if (!fields.containsKey("node")) {
			return of(new Group(Condition.Quantifier.ALL, List.of()), new Group(Condition.Quantifier.ALL, List.of()));
		}
		PolicyDraft draft = new PolicyDraft(ConditionDraft.parse(fields));
		Choices.check(draft.isWhole());
		return draft;
	}

	private boolean isWhole() {
		return this.root.members().size() == 2 && this.root.members().stream().allMatch(Group.class::isInstance);
	}

	private static Line action() {
		return new Line(ActionFacts.ACTION, Operator.IS, List.of(Question.targeting(Channel.EMAIL)), Period.Unit.DAYS,
				false);
	}

	private static Line choice() {
		return new Line(RequiredChoiceFacts.THAT_CHANNEL, Operator.IS, List.of(Choice.YES.value()), Period.Unit.DAYS,
				false);
	}

	Group when() {
		return (Group) this.root.members().get(0);
	}

	Group only() {
		return (Group) this.root.members().get(1);
	}

	/** The same after a button. */
	PolicyDraft after(String act, PolicyConditions conditions) {
		PolicyDraft edited = switch (act) {
			case ADD_ACTION -> of(with(when(), action()), only());
			case ADD_CHOICE -> of(when(), with(only(), choice()));
			default -> new PolicyDraft(ConditionDraftEditor.apply(act, this.root));
		};
		return edited.isWhole() ? new PolicyDraft(ConditionDraftEditor.fit(edited.root, facts(conditions))) : this;
	}

	private static Group with(Group group, Line line) {
		List<ConditionDraft> members = new ArrayList<>(group.members());
		members.add(line);
		return new Group(group.of(), members);
	}

	/** Where the keyboard goes on after a button. */
	String focus(String act) {
		return switch (act) {
			case ADD_ACTION -> "value-0.0." + (when().members().size() - 1) + "-0";
			case ADD_CHOICE -> "fact-0.1." + (only().members().size() - 1);
			default -> ConditionDraftEditor.focus(act, this.root);
		};
	}

	int unfinished() {
		return this.root.unfinished();
	}

	/** What was typed, whole or not. */
	PolicyContent content(PolicyConditions conditions) {
		Map<String, Fact> facts = facts(conditions);
		return PolicyContent.of(when().toCondition(facts), only().toCondition(facts));
	}

	/** What was typed so far, without the lines that say nothing yet. */
	PolicyContent soFar(PolicyConditions conditions) {
		Map<String, Fact> facts = facts(conditions);
		return PolicyContent.of(when().toCompleteCondition(facts), only().toCompleteCondition(facts));
	}

	private static Map<String, Fact> facts(PolicyConditions conditions) {
		Map<String, Fact> facts = new HashMap<>(conditions.whenFacts());
		facts.putAll(conditions.onlyFacts());
		return facts;
	}

}
