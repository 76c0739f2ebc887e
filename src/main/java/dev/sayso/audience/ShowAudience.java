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
import dev.sayso.condition.ConditionWords;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.Fact;
import dev.sayso.condition.Facts;
import dev.sayso.condition.Fault;
import dev.sayso.condition.ReadAloud;

/**
 * Puts the page together on which an audience is read and edited.
 */
@Component
class ShowAudience {

	private final Facts facts;

	private final Conditions conditions;

	private final ShowBuilder builder;

	private final ShowAnswer answer;

	private final ConditionWords words;

	private final ReadAloud aloud;

	private final Audiences audiences;

	private final AudienceUses uses;

	ShowAudience(Facts facts, Conditions conditions, ShowBuilder builder, ShowAnswer answer, ConditionWords words,
			ReadAloud aloud, Audiences audiences, AudienceUses uses) {
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

	ModelAndView page(AudienceForm form, ShowAnswer.Question question, Mode mode, HttpStatus status) {
		Map<String, Fact> known = this.facts.byName();
		Audience saved = form.isFresh() ? null : this.audiences.get(form.id());
		Condition soFar = soFar(form, saved, known);
		Draft.Group draft = form.draft();
		List<Fault> faults = this.conditions.faults(
				(mode.strict() && draft != null) ? DraftCondition.all(draft, known) : soFar,
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
			return DraftCondition.soFar(form.draft(), known);
		}
		return (saved != null) ? saved.meant() : Condition.EVERYBODY;
	}

}
