package dev.sayso.audience;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * Shows, creates and edits an audience in its builder.
 */
@ConsolePage
@RequestMapping("/audiences")
class AudienceController {

	private final Audiences audiences;

	private final AudienceManagement management;

	private final AudiencePage page;

	private final FactRegistry facts;

	AudienceController(Audiences audiences, AudienceManagement management, AudiencePage page, FactRegistry facts) {
		this.audiences = audiences;
		this.management = management;
		this.page = page;
		this.facts = facts;
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "") String condition, @RequestParam(defaultValue = "") String name,
			AudiencePreviews.PreviewRequest request) {
		ConditionDraft.Group draft = draftOf(condition);
		AudienceForm form = AudienceForm.blank(name, draft);
		return this.page.render(form, request, new AudiencePage.Mode(false, !condition.isEmpty(), true, true),
				HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, AudiencePreviews.PreviewRequest request,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		return this.page.render(AudienceForm.of(this.audiences.get(id)), request,
				new AudiencePage.Mode(true, false, pageFrame.markets(), true), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> fields, AudiencePreviews.PreviewRequest request,
			Actor actor, RedirectAttributes redirect) {
		AudienceForm form = AudienceForm.read(fields).fresh().checked();
		try {
			if (form.isValid()) {
				Audience created = this.management.create(form.slug(), form.name(), form.description(), condition(form),
						actor);
				Flash.done(redirect, "audience.created", created.name());
				return new ModelAndView("redirect:/audiences/" + created.slug());
			}
		}
		catch (DuplicateKeyException ex) {
			return again(form.with(Map.of("slug", "audience.fault.slug.taken")), request);
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		return again(form, request);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields,
			AudiencePreviews.PreviewRequest request, Actor actor, RedirectAttributes redirect) {
		Audience audience = this.audiences.get(id);
		AudienceForm form = AudienceForm.read(fields).about(audience).checked();
		if (!form.isValid()) {
			return again(form, request);
		}
		try {
			Condition condition = audience.isList() ? null : condition(form);
			Audience saved = this.management.edit(audience.id(), form.version(), form.name(), form.description(),
					condition, actor);
			Flash.done(redirect, "audience.saved", saved.name());
			return new ModelAndView("redirect:/audiences/" + saved.slug());
		}
		catch (InvalidConditionException ex) {
			return again(form, request);
		}
		catch (StaleEditException ex) {
			ModelAndView page = again(form, request).addObject("stale", this.audiences.get(id));
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
	}

	private Condition condition(AudienceForm form) {
		return ConditionDraftEditor.fit(java.util.Objects.requireNonNull(form.draft()), this.facts.byName())
			.toCondition(this.facts.byName());
	}

	private ModelAndView again(AudienceForm form, AudiencePreviews.PreviewRequest request) {
		return this.page.render(form, request, new AudiencePage.Mode(true, true, true, true),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ConditionDraft.Group draftOf(String condition) {
		try {
			return condition.isEmpty()
					? new ConditionDraft.Group(Condition.Quantifier.ALL, List.of(ConditionDraft.Line.NEW))
					: ConditionDraft.of(ConditionJson.parse(condition));
		}
		catch (InvalidConditionException ex) {
			return ConditionDraft.Group.UNREADABLE;
		}
	}

}
