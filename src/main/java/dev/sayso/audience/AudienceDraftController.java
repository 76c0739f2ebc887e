package dev.sayso.audience;

import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.builder.BuilderFocus;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * Redraws the builder's form while somebody edits; nothing is saved. The form of an
 * existing audience is sent as PUT.
 */
@ConsolePage
@RequestMapping(path = "/audiences", method = { RequestMethod.POST, RequestMethod.PUT })
class AudienceDraftController {

	private final Audiences audiences;

	private final AudiencePage page;

	private final FactRegistry facts;

	AudienceDraftController(Audiences audiences, AudiencePage page, FactRegistry facts) {
		this.audiences = audiences;
		this.page = page;
		this.facts = facts;
	}

	/** The form again after one of its buttons. */
	@RequestMapping("/draft")
	ModelAndView redraw(@ModelAttribute("form") AudienceForm form, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String act, AudiencePreviews.PreviewRequest request,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@ModelAttribute("pageFrame") PageFrame pageFrame, HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		AudiencePage.Subject edited = read(fields, act);
		return this.page
			.render(form, edited, request,
					new AudiencePage.Mode(false, pageFrame.markets(), pageFrame.markets(), htmx == null), HttpStatus.OK)
			.addObject("focus", BuilderFocus.after(act, edited.draft()));
	}

	/** The preview of the condition in the form. */
	@RequestMapping("/answer")
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

}
