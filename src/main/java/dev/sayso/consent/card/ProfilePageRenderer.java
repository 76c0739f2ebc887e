package dev.sayso.consent.card;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Draws the General tab of a person with all its cards, for a card whose form did not go
 * through.
 */
public interface ProfilePageRenderer {

	/**
	 * @param model holds what the card shows of its form
	 * @throws dev.sayso.shared.NotFoundException when nobody has this id
	 */
	ModelAndView draw(ProfileId profile, Model model, HttpStatus status);

}
