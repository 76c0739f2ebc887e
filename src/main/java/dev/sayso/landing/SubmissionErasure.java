package dev.sayso.landing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;

/**
 * Deletes what a person sent from pages, when they are erased.
 */
@Component
class SubmissionErasure {

	private final Submissions submissions;

	private final PendingDetails waiting;

	SubmissionErasure(Submissions submissions, PendingDetails waiting) {
		this.submissions = submissions;
		this.waiting = waiting;
	}

	@EventListener
	void forget(ProfileErased erased) {
		this.submissions.erase(erased.profile());
		this.waiting.clear(erased.profile());
	}

}
