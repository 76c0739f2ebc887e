package dev.sayso.audience;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.FactUsages;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.condition.builder.BuilderViews;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;

@Component
class AudiencePage {

	private final FactRegistry facts;

	private final ConditionCompiler conditions;

	private final BuilderViews builder;

	private final AudiencePreviews previews;

	private final ConditionMessages messages;

	private final ConditionSentences sentences;

	private final FactUsages usages;

	AudiencePage(FactRegistry facts, ConditionCompiler conditions, BuilderViews builder, AudiencePreviews previews,
			ConditionMessages messages, ConditionSentences sentences, FactUsages usages) {
		this.facts = facts;
		this.conditions = conditions;
		this.builder = builder;
		this.previews = previews;
		this.messages = messages;
		this.sentences = sentences;
		this.usages = usages;
	}

	/**
	 * How the page is shown.
	 *
	 * @param strict whether all faults are shown, those of incomplete lines included
	 * @param edited whether the form holds unsaved changes
	 * @param open whether the reader may edit
	 * @param previewed whether the preview is computed
	 */
	record Mode(boolean strict, boolean edited, boolean open, boolean previewed) {

	}

	/**
	 * What the page is about.
	 *
	 * @param saved null for a new audience
	 * @param draft null for a fixed list
	 */
	record Subject(@Nullable Audience saved, ConditionDraft.@Nullable Group draft) {

		static Subject of(Audience audience) {
			return new Subject(audience, audience.isList() ? null : ConditionDraft.of(audience.definition()));
		}

		/**
		 * Reads the draft of a builder, or where there is none to edit, the condition
		 * itself.
		 */
		static Subject read(@Nullable Audience saved, MultiValueMap<String, String> fields) {
			if (saved != null && saved.isList()) {
				return new Subject(saved, null);
			}
			String json = Objects.requireNonNullElse(fields.getFirst("json"), "");
			return new Subject(saved, json.isBlank() ? ConditionDraft.parse(fields) : draft(json));
		}

		/** The draft of a condition, which may be broken. */
		static ConditionDraft.Group draft(String json) {
			try {
				return ConditionDraft.of(ConditionJson.parse(json));
			}
			catch (InvalidConditionException ex) {
				return ConditionDraft.Group.UNREADABLE;
			}
		}

		/** The same after a button of the builder. */
		Subject after(String act, Map<String, Fact> facts) {
			return (this.draft != null) ? new Subject(this.saved,
					ConditionDraftEditor.fit(ConditionDraftEditor.apply(act, this.draft), facts)) : this;
		}

		@Nullable Condition condition(Map<String, Fact> facts) {
			return (this.draft != null) ? this.draft.toCondition(facts) : null;
		}

		private Condition soFar(Map<String, Fact> facts) {
			if (this.draft != null) {
				return this.draft.toCompleteCondition(facts);
			}
			return (this.saved != null) ? this.saved.definition() : Condition.EVERYBODY;
		}

	}

	ModelAndView render(AudienceForm form, Subject subject, AudiencePreviews.PreviewRequest request, Mode mode,
			HttpStatus status) {
		Map<String, Fact> factsByName = this.facts.byName();
		Audience saved = subject.saved();
		Condition soFar = subject.soFar(factsByName);
		ConditionDraft.Group draft = subject.draft();
		List<ConditionFault> faults = this.conditions.faults(
				(mode.strict() && draft != null) ? draft.toCondition(factsByName) : soFar,
				(saved != null && draft != null) ? AudienceFacts.PREFIX + saved.slug() : "");
		Locale locale = LocaleContextHolder.getLocale();
		boolean nothing = draft != null && draft.saysNothing();
		return new ModelAndView("audience/edit", status).addObject("form", form)
			.addObject("unfinished", (draft != null) ? draft.unfinished() : 0)
			.addObject("asked", request.asked())
			.addObject("audience", saved)
			.addObject("mode", mode)
			.addObject("sentence", nothing ? List.of() : this.sentences.sentence(soFar, locale))
			.addObject("json", ConditionJson.write(soFar))
			.addObject("builder",
					(draft != null && mode.open()) ? this.builder.create(draft, mode.strict() ? faults : List.of(),
							mode.open(), BuilderView.Posts.AUDIENCE) : null)
			.addObject("broken", !faults.isEmpty())
			.addObject("wrong", faults.stream().map((fault) -> this.messages.fault(fault, locale)).toList())
			.addObject("preview", (mode.previewed() && !nothing) ? this.previews.create(soFar, request) : null)
			.addObject("uses", (saved != null) ? this.usages.find(AudienceFacts.PREFIX + saved.slug()) : List.of());
	}

}
