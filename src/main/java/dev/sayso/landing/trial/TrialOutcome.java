package dev.sayso.landing.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ChoiceView;

/**
 * What a page would have done with a form that was tried.
 *
 * @param people whose say or details it would change
 * @param kept channels of the addresses whose no would be kept, as nobody has them
 * @param mails that would be sent
 * @param next what would be shown then, as a page of its own
 * @param address where its reader would be sent then; null where that is the result
 */
record TrialOutcome(List<Person> people, List<String> kept, List<Sent> mails, String next, @Nullable String address) {

	public boolean isEmpty() {
		return this.people.isEmpty() && this.kept.isEmpty() && this.mails.isEmpty();
	}

	/**
	 * Somebody whose say or details would change.
	 *
	 * @param id null for somebody made up, or whom the form would have created
	 * @param created whether the form would have created them
	 */
	record Person(@Nullable String id, String name, boolean created, List<Change> changes, List<Detail> details) {

	}

	record Change(String label, ChoiceView before, ChoiceView after) {

	}

	/**
	 * A detail that would change.
	 *
	 * @param waits whether it would wait until the person confirms it
	 */
	record Detail(String label, String before, String after, boolean waits) {

	}

	/**
	 * A mail that would be sent.
	 *
	 * @param kind the end of a message key
	 */
	record Sent(String kind, String to) {

	}

}
