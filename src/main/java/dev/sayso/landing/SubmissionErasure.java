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

	private final PendingDetails pendingDetails;

	SubmissionErasure(Submissions submissions, PendingDetails pendingDetails) {
		this.submissions = submissions;
		this.pendingDetails = pendingDetails;
	}

	@EventListener
	void forget(ProfileErased erased) {
		this.submissions.erase(erased.profile());
		this.pendingDetails.clear(erased.profile());
	}

}
