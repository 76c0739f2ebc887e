package dev.sayso.profile;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;

/**
 * The General tab of a person.
 */
@ConsolePage
class ProfileController {

	private final GeneralPage page;

	ProfileController(GeneralPage page) {
		this.page = page;
	}

	@GetMapping("/profiles/{id}")
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "marketing") String action, Model model) {
		ProfileId profile = ProfileId.from(id);
		return this.page.draw(profile, model.addAttribute("action", action), HttpStatus.OK);
	}

}
