package dev.sayso.consent.card;

import java.util.List;

import org.springframework.ui.Model;

import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;

/**
 * A card on the General tab of a person. A room adds one by declaring it as a bean with
 * its order among those on the same side; its template finds the person's header in the
 * model as {@code frame}.
 */
public interface ProfileCard {

	/** The template that draws it, in a fragment named {@code card}. */
	String template();

	/** Whether it is beside the contact details; otherwise it is below them. */
	default boolean beside() {
		return true;
	}

	/**
	 * Puts into the model what the template reads. A form that did not go through is
	 * already in it.
	 */
	void fill(Model model, Context context);

	/**
	 * @param verdicts for marketing, one for each channel in use
	 */
	record Context(Profile profile, ContactStatus contactStatus, List<Verdict> verdicts) {

	}

}
