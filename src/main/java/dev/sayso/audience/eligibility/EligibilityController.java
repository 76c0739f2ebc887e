package dev.sayso.audience.eligibility;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * Redraws the eligibility in a form of any room while somebody edits; nothing is saved.
 * The form of something that exists is sent as PUT.
 */
@ConsolePage
@RequestMapping(path = "/eligibility", method = { RequestMethod.POST, RequestMethod.PUT })
class EligibilityController {

	private final EligibilityForms forms;

	EligibilityController(EligibilityForms forms) {
		this.forms = forms;
	}

	/** The eligibility again, after one of its buttons. */
	@RequestMapping("/draft")
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "") String act,
			@ModelAttribute("pageFrame") PageFrame pageFrame, HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		return new ModelAndView("audience/eligibility/_eligibility :: redrawn").addObject("view",
				view(fields, act, pageFrame.markets(), false));
	}

	@RequestMapping("/answer")
	ModelAndView count(@RequestParam MultiValueMap<String, String> fields) {
		return new ModelAndView("audience/eligibility/_eligibility :: count").addObject("view",
				view(fields, "", false, true));
	}

	private EligibilityView view(MultiValueMap<String, String> fields, String act, boolean open, boolean counted) {
		return this.forms.view(EligibilityForm.read(fields).after(act), "", open, counted);
	}

}
