package dev.sayso.consent.card;

import java.util.List;

import org.springframework.ui.Model;

import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;

/**
 * A card on the General tab of a person; a room declares one as a bean. Its template
 * finds the person's header in the model as {@code frame}.
 */
public interface ProfileCard {

	/**
	 * The template whose fragment {@code card} draws it.
	 */
	String template();

	/**
	 * Whether it stands beside the details, or below them.
	 */
	boolean beside();

	/**
	 * Where it stands among those, lowest first.
	 */
	int order();

	/**
	 * Puts what its template reads into the model; a form that did not go through is
	 * there already.
	 */
	void fill(Model model, Context context);

	/**
	 * The person that the page shows.
	 *
	 * @param verdicts for marketing, of each channel in use
	 */
	record Context(Profile profile, ContactStatus standing, List<Verdict> verdicts) {

	}

}
