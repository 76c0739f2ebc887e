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
 * Whom something is for while somebody chooses it in a form of whatever room: nothing is
 * saved. A form of something that is there already says PUT.
 */
@ConsolePage
@RequestMapping(path = "/eligibility", method = { RequestMethod.POST, RequestMethod.PUT })
class EligibilityController {

	private final EligibilityForms eligibilities;

	EligibilityController(EligibilityForms eligibilities) {
		this.eligibilities = eligibilities;
	}

	/**
	 * That part of the form again, after one of its buttons.
	 */
	@RequestMapping("/draft")
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String act,
			@ModelAttribute("chrome") PageFrame chrome, HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		return new ModelAndView("audience/eligibility/_eligibility :: redrawn").addObject("view",
				view(typed, act, new EligibilityViews.Mode(chrome.markets(), false)));
	}

	/**
	 * How many it is for.
	 */
	@RequestMapping("/answer")
	ModelAndView answer(@RequestParam MultiValueMap<String, String> typed) {
		return new ModelAndView("audience/eligibility/_eligibility :: answer").addObject("view",
				view(typed, "", new EligibilityViews.Mode(false, true)));
	}

	private EligibilityView view(MultiValueMap<String, String> typed, String act, EligibilityViews.Mode mode) {
		return this.eligibilities.view(EligibilityForm.read(typed).after(act), "", mode);
	}

}
