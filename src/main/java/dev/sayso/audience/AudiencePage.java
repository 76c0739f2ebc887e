package dev.sayso.audience;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.condition.builder.BuilderViews;
import dev.sayso.condition.builder.ConditionDraft;

/**
 * Puts the page together on which an audience is read and edited.
 */
@Component
class AudiencePage {

	private final FactRegistry facts;

	private final ConditionCompiler conditions;

	private final BuilderViews builder;

	private final AudiencePreviews answer;

	private final ConditionMessages words;

	private final ConditionSentences aloud;

	private final Audiences audiences;

	private final AudienceUses uses;

	AudiencePage(FactRegistry facts, ConditionCompiler conditions, BuilderViews builder, AudiencePreviews answer,
			ConditionMessages words, ConditionSentences aloud, Audiences audiences, AudienceUses uses) {
		this.facts = facts;
		this.conditions = conditions;
		this.builder = builder;
		this.answer = answer;
		this.words = words;
		this.aloud = aloud;
		this.audiences = audiences;
		this.uses = uses;
	}

	/**
	 * How the page is shown.
	 *
	 * @param strict whether everything that is wrong is said, not only what is whole
	 * @param edited whether the form holds something that is not saved
	 * @param open whether the reader may edit
	 * @param answered whether the answer is worked out, too
	 */
	record Mode(boolean strict, boolean edited, boolean open, boolean answered) {

	}

	ModelAndView page(AudienceForm form, AudiencePreviews.Question question, Mode mode, HttpStatus status) {
		Map<String, Fact> known = this.facts.byName();
		Audience saved = form.isFresh() ? null : this.audiences.get(form.id());
		Condition soFar = soFar(form, saved, known);
		ConditionDraft.Group draft = form.draft();
		List<ConditionFault> faults = this.conditions.faults(
				(mode.strict() && draft != null) ? draft.toCondition(known) : soFar,
				(saved != null && draft != null) ? AudienceFacts.PREFIX + saved.slug() : "");
		Locale reader = LocaleContextHolder.getLocale();
		return new ModelAndView("audience/edit", status).addObject("form", form)
			.addObject("audience", saved)
			.addObject("mode", mode)
			.addObject("sentence", this.aloud.sentence(soFar, reader))
			.addObject("json", dev.sayso.condition.ConditionJson.write(soFar))
			.addObject("builder",
					(draft != null && mode.open()) ? this.builder.of(draft, mode.strict() ? faults : List.of(),
							mode.open(), BuilderView.Posts.AUDIENCE) : null)
			.addObject("broken", !faults.isEmpty())
			.addObject("wrong", faults.stream().map((fault) -> this.words.fault(fault, reader)).toList())
			.addObject("answer", mode.answered() ? this.answer.of(soFar, question) : null)
			.addObject("uses", (saved != null) ? this.uses.of(saved) : List.of());
	}

	private static Condition soFar(AudienceForm form, @Nullable Audience saved, Map<String, Fact> known) {
		if (form.draft() != null) {
			return form.draft().toCompleteCondition(known);
		}
		return (saved != null) ? saved.meant() : Condition.EVERYBODY;
	}

}
