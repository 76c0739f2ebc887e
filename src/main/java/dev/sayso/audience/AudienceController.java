package dev.sayso.audience;

import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.BrokenUsesException;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.Slug;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.store.Version;

/**
 * Shows, creates and edits an audience in its builder, and redraws its form while
 * somebody edits. The form of an existing audience is sent as PUT.
 */
@ConsolePage
@RequestMapping("/audiences")
class AudienceController {

	private final Audiences audiences;

	private final AudienceManagement management;

	private final AudiencePage page;

	private final AudienceVersions versions;

	private final FactRegistry facts;

	AudienceController(Audiences audiences, AudienceManagement management, AudiencePage page, AudienceVersions versions,
			FactRegistry facts) {
		this.versions = versions;
		this.audiences = audiences;
		this.management = management;
		this.page = page;
		this.facts = facts;
	}

	@GetMapping(path = "/new", params = "!version")
	ModelAndView draft(@RequestParam(defaultValue = "") String condition, @RequestParam(defaultValue = "") String name,
			AudiencePreviews.PreviewRequest request) {
		return this.page.render(new AudienceForm(-1, name, "", ""),
				new AudiencePage.Subject(null,
						condition.isEmpty() ? ConditionDraft.Group.NEW : AudiencePage.Subject.draft(condition)),
				request, new AudiencePage.Mode(false, !condition.isEmpty(), true, true), HttpStatus.OK);
	}

	/**
	 * A new one that begins as a version of another was; no address holds its condition.
	 */
	@GetMapping(path = "/new", params = "version")
	ModelAndView draft(@RequestParam String of, @RequestParam int version, AudiencePreviews.PreviewRequest request) {
		Audience audience = this.audiences.get(of);
		Version<AudienceVersions.Content> earlier = this.versions.find(audience.id(), version)
			.orElseThrow(() -> new NotFoundException("version " + version + " of audience " + of));
		return draft(Objects.requireNonNullElse(earlier.content().condition(), ""), earlier.name(), request);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, AudiencePreviews.PreviewRequest request,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		Audience audience = this.audiences.get(id);
		return this.page.render(AudienceForm.of(audience), AudiencePage.Subject.of(audience), request,
				new AudiencePage.Mode(true, false, pageFrame.markets(), true), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid AudienceForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, AudiencePreviews.PreviewRequest request, Actor actor,
			RedirectAttributes redirect) {
		AudiencePage.Subject subject = AudiencePage.Subject.read(null, fields);
		if (Slug.isWrong(form.slug(), form.name(), AudienceForm.RESERVED)) {
			errors.rejectValue("slug", "slug.fault");
		}
		try {
			if (!errors.hasErrors()) {
				Audience created = this.management.create(form.slug(), form.name(), form.description(),
						subject.condition(this.facts.byName()), actor);
				Flash.done(redirect, "audience.created", created.name());
				return new ModelAndView("redirect:/audiences/" + created.slug());
			}
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("slug", "audience.fault.slug.taken");
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		return again(form, subject, request, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid AudienceForm form, BindingResult errors,
			@RequestParam(defaultValue = "false") boolean anyway, @RequestParam MultiValueMap<String, String> fields,
			AudiencePreviews.PreviewRequest request, Actor actor, RedirectAttributes redirect) {
		Audience audience = this.audiences.get(id);
		AudiencePage.Subject subject = AudiencePage.Subject.read(audience, fields);
		try {
			if (!errors.hasErrors()) {
				Audience saved = this.management.edit(audience.id(), form.version(), form.name(), form.description(),
						subject.condition(this.facts.byName()), anyway, actor);
				Flash.done(redirect, "audience.saved", saved.name());
				return new ModelAndView("redirect:/audiences/" + saved.slug());
			}
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		catch (BrokenUsesException ex) {
			return again(form, subject, request, HttpStatus.UNPROCESSABLE_CONTENT).addObject("breaks", ex.uses());
		}
		catch (StaleEditException ex) {
			return again(form, subject, request, HttpStatus.CONFLICT).addObject("stale", this.audiences.get(id));
		}
		return again(form, subject, request, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** The form again after one of its buttons. */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") AudienceForm form, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String act, AudiencePreviews.PreviewRequest request,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@ModelAttribute("pageFrame") PageFrame pageFrame, HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		AudiencePage.Subject edited = read(fields, act);
		return this.page
			.render(form, edited, request,
					new AudiencePage.Mode(false, pageFrame.markets(), pageFrame.markets(), htmx == null), HttpStatus.OK)
			.addObject("focus", ConditionDraftEditor.focus(act, edited.draft()));
	}

	@RequestMapping(path = "/answer", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView preview(@ModelAttribute("form") AudienceForm form, @RequestParam MultiValueMap<String, String> fields,
			AudiencePreviews.PreviewRequest request) {
		ModelAndView page = this.page.render(form, read(fields, ""), request,
				new AudiencePage.Mode(false, true, true, true), HttpStatus.OK);
		page.setViewName("audience/_preview :: preview");
		return page;
	}

	private AudiencePage.Subject read(MultiValueMap<String, String> fields, String act) {
		String id = Objects.requireNonNullElse(fields.getFirst("audience"), "").strip();
		return AudiencePage.Subject.read(id.isEmpty() ? null : this.audiences.get(id), fields)
			.after(act, this.facts.byName());
	}

	private ModelAndView again(AudienceForm form, AudiencePage.Subject subject, AudiencePreviews.PreviewRequest request,
			HttpStatus status) {
		return this.page.render(form, subject, request, new AudiencePage.Mode(true, true, true, true), status);
	}

}
