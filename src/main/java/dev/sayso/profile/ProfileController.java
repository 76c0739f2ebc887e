package dev.sayso.profile;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;

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
	String show(@PathVariable String id, @RequestParam(defaultValue = "marketing") String action, Model model) {
		ProfileId profile = ProfileId.parse(id).orElseThrow(() -> new NotFound(id));
		this.page.put(model, profile, GeneralPage.Asked.plain(action));
		return "profile/show";
	}

}
