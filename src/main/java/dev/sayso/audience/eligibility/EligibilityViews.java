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
import dev.sayso.audience.AudiencePreviews;
import dev.sayso.audience.Audiences;
import dev.sayso.audience.eligibility.EligibilityForm.Choice;
import dev.sayso.audience.eligibility.EligibilityView.Tick;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.builder.BuilderFocus;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.condition.builder.BuilderViews;
import dev.sayso.condition.builder.ConditionDraft;

/**
 * Makes the eligibility of a form ready to show.
 */
@Component
class EligibilityViews {

	private final Audiences audiences;

	private final BuilderViews builder;

	private final AudiencePreviews previews;

	private final ConditionMessages conditionMessages;

	private final ConditionSentences sentences;

	private final MessageSourceAccessor messages;

	EligibilityViews(Audiences audiences, BuilderViews builder, AudiencePreviews previews,
			ConditionMessages conditionMessages, ConditionSentences sentences, MessageSourceAccessor messages) {
		this.audiences = audiences;
		this.builder = builder;
		this.previews = previews;
		this.conditionMessages = conditionMessages;
		this.sentences = sentences;
		this.messages = messages;
	}

	/**
	 * How it is shown.
	 *
	 * @param open whether the reader may choose
	 * @param counted whether the size is counted
	 */
	record Mode(boolean open, boolean counted) {

	}

	/**
	 * The condition of a form.
	 *
	 * @param soFar the condition of complete lines
	 */
	record FormCondition(Condition soFar, String kept, List<ConditionFault> faults) {

	}

	EligibilityView create(EligibilityForm form, FormCondition condition, String page, Mode mode) {
		Locale locale = LocaleContextHolder.getLocale();
		boolean ticking = form.choice() == Choice.AUDIENCES;
		Map<String, String> faultTexts = ticking ? faultTexts(condition.faults(), locale) : Map.of();
		BuilderView.Posts to = new BuilderView.Posts("/eligibility/draft", "/eligibility/answer",
				page.isEmpty() ? null : page, EligibilityForm.ACT);
		BuilderView shown = mode.open()
				? this.builder.create(form.draft(), ticking ? List.of() : condition.faults(), true, to) : null;
		return new EligibilityView(form.choice(), mode.open(), form.of() == Condition.Quantifier.ALL,
				ticks(form, faultTexts), faultTexts.get(ConditionDraft.ROOT), shown,
				(form.act() != null) ? BuilderFocus.after(form.act(), form.draft()) : "",
				this.sentences.sentence(condition.soFar(), locale),
				mode.counted() ? this.previews.count(condition.soFar()) : null,
				condition.faults().stream().map((fault) -> this.conditionMessages.fault(fault, locale)).toList(),
				condition.kept());
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
