package dev.sayso.audience.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audience.Audience;
import dev.sayso.audience.AudienceFacts;
import dev.sayso.audience.AudiencePreviews;
import dev.sayso.audience.Audiences;
import dev.sayso.audience.eligibility.EligibilityForm.Choice;
import dev.sayso.audience.eligibility.EligibilityView.Tick;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.condition.builder.BuilderViews;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;

/**
 * Turns the eligibility in a form of any room into a condition and a view. A page
 * includes the fragment of {@link EligibilityView} in a form that is posted, and shows
 * itself again with {@link EligibilityForm#after} where {@link EligibilityForm#isAct}
 * says that a button of it was pressed.
 */
@Component
public class EligibilityForms {

	private final FactRegistry facts;

	private final ConditionCompiler conditions;

	private final Audiences audiences;

	private final BuilderViews builder;

	private final AudiencePreviews previews;

	private final ConditionMessages conditionMessages;

	private final ConditionSentences sentences;

	private final MessageSourceAccessor messages;

	EligibilityForms(FactRegistry facts, ConditionCompiler conditions, Audiences audiences, BuilderViews builder,
			AudiencePreviews previews, ConditionMessages conditionMessages, ConditionSentences sentences,
			MessageSourceAccessor messages) {
		this.facts = facts;
		this.conditions = conditions;
		this.audiences = audiences;
		this.builder = builder;
		this.previews = previews;
		this.conditionMessages = conditionMessages;
		this.sentences = sentences;
		this.messages = messages;
	}

	/**
	 * The condition of a form.
	 * @throws InvalidConditionException when it is broken, or nothing is chosen yet; the
	 * form shown again has each fault at its place
	 */
	public Condition condition(EligibilityForm form) {
		Map<String, Fact> factsByName = this.facts.byName();
		Condition condition = condition(form, true, factsByName);
		List<ConditionFault> faults = faults(form, condition);
		if (!faults.isEmpty()) {
			throw new InvalidConditionException(faults);
		}
		return condition;
	}

	public String kept(EligibilityForm form) {
		return kept(condition(form));
	}

	/**
	 * Shows a form. One that was opened or could not be saved says what is wrong with it;
	 * one that is {@link EligibilityForm#after} a button does not yet.
	 * @param page where its buttons lead without JavaScript, which shows the whole page
	 * again; empty for the URL of the form itself
	 * @param open whether the reader may choose
	 */
	public EligibilityView view(EligibilityForm form, String page, boolean open) {
		return view(form, page, open, true);
	}

	EligibilityView view(EligibilityForm form, String page, boolean open, boolean counted) {
		Map<String, Fact> factsByName = this.facts.byName();
		boolean strict = form.act() == null;
		ConditionDraft.Group draft = strict ? form.draft() : ConditionDraftEditor.fit(form.draft(), factsByName);
		EligibilityForm shown = new EligibilityForm(form.choice(), form.of(), form.audiences(), draft, form.act());
		List<ConditionFault> faults = strict ? faults(shown, condition(shown, true, factsByName)) : List.of();
		Condition soFar = condition(shown, false, factsByName);
		boolean typed = form.choice() == Choice.CONDITION;
		boolean nothing = typed && draft.saysNothing();
		Locale locale = LocaleContextHolder.getLocale();
		boolean ticking = form.choice() == Choice.AUDIENCES;
		Map<String, String> faultTexts = ticking ? faultTexts(faults, locale) : Map.of();
		BuilderView.Posts to = new BuilderView.Posts("/eligibility/draft", "/eligibility/answer",
				page.isEmpty() ? null : page, EligibilityForm.ACT);
		return new EligibilityView(form.choice(), open, form.of() == Condition.Quantifier.ALL, ticks(form, faultTexts),
				faultTexts.get(ConditionDraft.ROOT),
				open ? this.builder.create(draft, ticking ? List.of() : faults, true, to) : null,
				(form.act() != null) ? ConditionDraftEditor.focus(form.act(), draft) : "",
				nothing ? List.of() : this.sentences.sentence(soFar, locale), typed ? draft.unfinished() : 0,
				(counted && !nothing) ? this.previews.count(soFar) : null,
				faults.stream().map((fault) -> this.conditionMessages.fault(fault, locale)).toList(), kept(soFar));
	}

	private static String kept(Condition condition) {
		return condition.isEverybody() ? "" : ConditionJson.write(condition);
	}

	private static Condition condition(EligibilityForm form, boolean whole, Map<String, Fact> factsByName) {
		return switch (form.choice()) {
			case EVERYBODY -> Condition.EVERYBODY;
			case AUDIENCES -> new Condition.Group(form.audiences().isEmpty() ? Condition.Quantifier.ANY : form.of(),
					form.audiences().stream().map(EligibilityForms::in).toList());
			case CONDITION ->
				whole ? form.draft().toCondition(factsByName) : form.draft().toCompleteCondition(factsByName);
		};
	}

	private static Condition in(String audience) {
		return new Condition.Comparison(AudienceFacts.PREFIX + audience, Operator.IS, true);
	}

	/** An empty choice is a fault, since it must not match everybody. */
	private List<ConditionFault> faults(EligibilityForm form, Condition condition) {
		boolean nothing = condition instanceof Condition.Group group && group.conditions().isEmpty();
		return (nothing && form.choice() != Choice.EVERYBODY) ? List.of(new ConditionFault("", "empty", null))
				: this.conditions.faults(condition);
	}

	private Map<String, String> faultTexts(List<ConditionFault> faults, Locale locale) {
		Map<String, String> faultTexts = new HashMap<>();
		faults.forEach((fault) -> faultTexts.putIfAbsent(BuilderViews.path(fault.pointer()),
				fault.code().equals("empty") ? this.messages.getMessage("audience.eligibility.fault.none")
						: this.conditionMessages.fault(fault, locale)));
		return faultTexts;
	}

	/** The audiences in use, and whatever else is ticked. */
	private List<Tick> ticks(EligibilityForm form, Map<String, String> faultTexts) {
		List<String> missing = new ArrayList<>(form.audiences());
		List<Tick> existing = new ArrayList<>();
		for (Audience audience : this.audiences.findAllByOrderByName()) {
			boolean ticked = missing.remove(audience.slug());
			if (ticked || !audience.isArchived()) {
				existing.add(tick(form, audience.slug(), audience.name(),
						audience.isArchived() ? "audience.archived" : null, faultTexts));
			}
		}
		List<Tick> ticks = new ArrayList<>();
		missing.forEach((key) -> ticks.add(tick(form, key, key, "audience.eligibility.gone", faultTexts)));
		ticks.addAll(existing);
		return ticks;
	}

	private static Tick tick(EligibilityForm form, String key, String name, @Nullable String state,
			Map<String, String> faultTexts) {
		int at = form.audiences().indexOf(key);
		return new Tick(key, name, at >= 0, state, (at >= 0) ? faultTexts.get(ConditionDraft.ROOT + "." + at) : null);
	}

}
