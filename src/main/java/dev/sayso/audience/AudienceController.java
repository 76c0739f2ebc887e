package dev.sayso.audience;

import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * An audience in its builder.
 */
@ConsolePage
@RequestMapping("/audiences")
class AudienceController {

	private final Audiences audiences;

	private final AudienceManagement keep;

	private final AudiencePage show;

	private final FactRegistry facts;

	AudienceController(Audiences audiences, AudienceManagement keep, AudiencePage show, FactRegistry facts) {
		this.audiences = audiences;
		this.keep = keep;
		this.show = show;
		this.facts = facts;
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "") String condition, @RequestParam(defaultValue = "") String name,
			AudiencePreviews.Question question) {
		ConditionDraft.Group draft = begun(condition);
		AudienceForm form = AudienceForm.blank(name, draft);
		return this.show.page(form, question, new AudiencePage.Mode(false, !condition.isEmpty(), true, true),
				HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, AudiencePreviews.Question question,
			@ModelAttribute("chrome") PageFrame chrome) {
		return this.show.page(AudienceForm.of(this.audiences.get(id)), question,
				new AudiencePage.Mode(true, false, chrome.markets(), true), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, AudiencePreviews.Question question,
			Actor actor, RedirectAttributes redirect) {
		AudienceForm form = AudienceForm.read(typed).fresh().checked();
		try {
			if (form.isValid()) {
				Audience made = this.keep.create(form.slug(), form.name(), form.description(), condition(form), actor);
				Flash.done(redirect, "audience.created", made.name());
				return new ModelAndView("redirect:/audiences/" + made.slug());
			}
		}
		catch (DuplicateKeyException ex) {
			return again(form.with(Map.of("slug", "audience.fault.slug.taken")), question);
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		return again(form, question);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed,
			AudiencePreviews.Question question, Actor actor, RedirectAttributes redirect) {
		Audience audience = this.audiences.get(id);
		AudienceForm form = AudienceForm.read(typed).about(audience).checked();
		if (!form.isValid()) {
			return again(form, question);
		}
		try {
			Condition condition = audience.isList() ? null : condition(form);
			Audience saved = this.keep.edit(audience.id(), form.version(), form.name(), form.description(), condition,
					actor);
			Flash.done(redirect, "audience.saved", saved.name());
			return new ModelAndView("redirect:/audiences/" + saved.slug());
		}
		catch (InvalidConditionException ex) {
			return again(form, question);
		}
		catch (StaleEditException ex) {
			ModelAndView page = again(form, question).addObject("stale", this.audiences.get(id));
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
	}

	private Condition condition(AudienceForm form) {
		return ConditionDraftEditor.fit(java.util.Objects.requireNonNull(form.draft()), this.facts.byName())
			.toCondition(this.facts.byName());
	}

	private ModelAndView again(AudienceForm form, AudiencePreviews.Question question) {
		return this.show.page(form, question, new AudiencePage.Mode(true, true, true, true),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ConditionDraft.Group begun(String condition) {
		try {
			return condition.isEmpty()
					? new ConditionDraft.Group(Condition.Quantifier.ALL, java.util.List.of(ConditionDraft.Line.NEW))
					: ConditionDraft.of(ConditionJson.parse(condition));
		}
		catch (InvalidConditionException ex) {
			return ConditionDraft.Group.UNREADABLE;
		}
	}

}
