package dev.sayso.audience;

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
 * The builder's form while somebody edits: nothing is saved. A form of an audience that
 * is there already says PUT.
 */
@ConsolePage
@RequestMapping(path = "/audiences", method = { RequestMethod.POST, RequestMethod.PUT })
class AudienceDraftController {

	private final Audiences audiences;

	private final AudiencePage show;

	private final FactRegistry facts;

	AudienceDraftController(Audiences audiences, AudiencePage show, FactRegistry facts) {
		this.audiences = audiences;
		this.show = show;
		this.facts = facts;
	}

	/**
	 * The form again after one of its buttons.
	 */
	@RequestMapping("/draft")
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String act,
			AudiencePreviews.Question question,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@ModelAttribute("chrome") PageFrame chrome, HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		AudienceForm edited = read(typed).after(act, this.facts.byName());
		return this.show
			.page(edited, question, new AudiencePage.Mode(false, chrome.markets(), chrome.markets(), htmx == null),
					HttpStatus.OK)
			.addObject("focus", BuilderFocus.after(act, edited.draft()));
	}

	/**
	 * How many and who, of what the form holds.
	 */
	@RequestMapping("/answer")
	ModelAndView answer(@RequestParam MultiValueMap<String, String> typed, AudiencePreviews.Question question) {
		ModelAndView page = this.show.page(read(typed).after("", this.facts.byName()), question,
				new AudiencePage.Mode(false, true, true, true), HttpStatus.OK);
		page.setViewName("audience/_answer :: answer");
		return page;
	}

	private AudienceForm read(MultiValueMap<String, String> typed) {
		AudienceForm form = AudienceForm.read(typed);
		return form.isFresh() ? form : form.about(this.audiences.get(form.id()));
	}

}
