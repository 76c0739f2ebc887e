package dev.sayso.consent.card;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * The General tab, drawn once more with all its cards where the form of one did not go
 * through.
 */
public interface ProfilePageRenderer {

	/**
	 * Draws the tab.
	 * @param model holds what that card has to show of the form
	 * @throws dev.sayso.shared.NotFoundException when nobody has this id
	 */
	ModelAndView draw(ProfileId profile, Model model, HttpStatus status);

}
