package dev.sayso.audience.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
 * Puts together what a form shows of whom something is for.
 */
@Component
class EligibilityViews {

	private final Audiences audiences;

	private final BuilderViews builder;

	private final AudiencePreviews answer;

	private final ConditionMessages words;

	private final ConditionSentences aloud;

	private final MessageSource messages;

	EligibilityViews(Audiences audiences, BuilderViews builder, AudiencePreviews answer, ConditionMessages words,
			ConditionSentences aloud, MessageSource messages) {
		this.audiences = audiences;
		this.builder = builder;
		this.answer = answer;
		this.words = words;
		this.aloud = aloud;
		this.messages = messages;
	}

	/**
	 * How it is shown.
	 *
	 * @param open whether the reader may choose
	 * @param answered whether it is counted, too
	 */
	record Mode(boolean open, boolean answered) {

	}

	/**
	 * What a form means.
	 *
	 * @param soFar of what is whole already
	 */
	record Meant(Condition soFar, String kept, List<ConditionFault> faults) {

	}

	EligibilityView of(EligibilityForm form, Meant meant, String page, Mode mode) {
		Locale reader = LocaleContextHolder.getLocale();
		boolean ticking = form.choice() == Choice.AUDIENCES;
		Map<String, String> told = ticking ? told(meant.faults(), reader) : Map.of();
		BuilderView.Posts to = new BuilderView.Posts("/eligibility/draft", "/eligibility/answer",
				page.isEmpty() ? null : page, EligibilityForm.ACT);
		BuilderView shown = mode.open() ? this.builder.of(form.draft(), ticking ? List.of() : meant.faults(), true, to)
				: null;
		return new EligibilityView(form.choice(), mode.open(), form.of() == Condition.Quantifier.ALL, ticks(form, told),
				told.get(ConditionDraft.ROOT), shown,
				(form.act() != null) ? BuilderFocus.after(form.act(), form.draft()) : "",
				this.aloud.sentence(meant.soFar(), reader), mode.answered() ? this.answer.many(meant.soFar()) : null,
				meant.faults().stream().map((fault) -> this.words.fault(fault, reader)).toList(), meant.kept());
	}

	/**
	 * What is wrong, by its place.
	 */
	private Map<String, String> told(List<ConditionFault> faults, Locale reader) {
		Map<String, String> told = new HashMap<>();
		faults.forEach((fault) -> told.putIfAbsent(BuilderViews.path(fault.pointer()),
				fault.code().equals("empty") ? this.messages.getMessage("audience.eligibility.fault.none", null, reader)
						: this.words.fault(fault, reader)));
		return told;
	}

	/**
	 * The audiences in use, and whatever else is ticked.
	 */
	private List<Tick> ticks(EligibilityForm form, Map<String, String> told) {
		List<String> gone = new ArrayList<>(form.audiences());
		List<Tick> there = new ArrayList<>();
		for (Audience audience : this.audiences.findAllByOrderByName()) {
			boolean ticked = gone.remove(audience.slug());
			if (ticked || !audience.isArchived()) {
				there.add(tick(form, audience.slug(), audience.name(),
						audience.isArchived() ? "audience.archived" : null, told));
			}
		}
		List<Tick> ticks = new ArrayList<>();
		gone.forEach((key) -> ticks.add(tick(form, key, key, "audience.eligibility.gone", told)));
		ticks.addAll(there);
		return ticks;
	}

	private static Tick tick(EligibilityForm form, String key, String name, @Nullable String state,
			Map<String, String> told) {
		int at = form.audiences().indexOf(key);
		return new Tick(key, name, at >= 0, state, (at >= 0) ? told.get(ConditionDraft.ROOT + "." + at) : null);
	}

}
