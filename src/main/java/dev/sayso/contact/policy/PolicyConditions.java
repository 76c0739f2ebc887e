package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.BuilderViews;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.contact.MarketingActions;

/**
 * The facts of which policies are made: all that conditions have but the verdict itself,
 * which asks the policies; besides the action under <em>if</em>, and the choices required
 * under <em>then</em>.
 */
@Component
class PolicyConditions {

	/** Where the two conditions stand in the tree of both. */
	static final String WHEN = "/all/0";

	static final String ONLY = "/all/1";

	private final FactRegistry people;

	private final ConsentSettings settings;

	private final MessageSource messages;

	private final FactRegistry when;

	private final FactRegistry only;

	PolicyConditions(FactRegistry facts, MarketingActions actions, ConsentSettings settings, MessageSource messages) {
		this.people = facts.only((fact) -> fact.part() != ContactStatus.class);
		this.settings = settings;
		this.messages = messages;
		this.when = this.people.with(new ActionFacts(actions));
		this.only = this.people.with(new RequiredChoiceFacts(settings::defaults, messages));
	}

	private FactRegistry requiring(ConsentDefaults defaults) {
		return this.people.with(new RequiredChoiceFacts(() -> defaults, this.messages));
	}

	Map<String, Fact> whenFacts() {
		return this.when.byName();
	}

	Map<String, Fact> onlyFacts() {
		return this.only.byName();
	}

	BuilderViews whenViews(BuilderViews views) {
		return views.over(this.when);
	}

	BuilderViews onlyViews(BuilderViews views) {
		return views.over(this.only);
	}

	ConditionSentences whenSentences(ConditionSentences sentences) {
		return sentences.over(this.when);
	}

	ConditionSentences onlySentences(ConditionSentences sentences) {
		return sentences.over(this.only);
	}

	/** Compiles what a policy says of an action, under some defaults. */
	ConditionCompiler resolved(ConsentDefaults defaults) {
		return ConditionCompiler.over(requiring(defaults)).now();
	}

	ConditionCompiler resolved() {
		return resolved(this.settings.defaults());
	}

	/**
	 * All that is wrong with a policy, each at its place in the tree of both conditions;
	 * one that requires nothing is at fault too.
	 */
	List<ConditionFault> faults(Condition whenever, Condition required) {
		List<ConditionFault> faults = new ArrayList<>();
		ConditionCompiler.over(this.when).faults(whenever).forEach((fault) -> faults.add(in(WHEN, fault)));
		ConditionCompiler.over(this.only).faults(required).forEach((fault) -> faults.add(in(ONLY, fault)));
		if (required.isEverybody()) {
			faults.add(new ConditionFault(ONLY, "empty", null));
		}
		return faults;
	}

	List<ConditionFault> faults(PolicyContent content) {
		try {
			return faults(content.condition(), content.required());
		}
		catch (InvalidConditionException ex) {
			return ex.faults();
		}
	}

	/**
	 * @throws InvalidConditionException with all that is wrong
	 */
	void check(PolicyContent content) {
		List<ConditionFault> faults = faults(content);
		if (!faults.isEmpty()) {
			throw new InvalidConditionException(faults);
		}
	}

	private static ConditionFault in(String place, ConditionFault fault) {
		return new ConditionFault(place + fault.pointer(), fault.code(), fault.detail());
	}

}
