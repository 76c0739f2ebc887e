package dev.sayso.landing.visit;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Takes back what a form changed; doing so twice is doing so once, and doing so too late
 * changes nothing.
 */
@Component
class TakeBack {

	private final Submissions submissions;

	private final SayUndo undo;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	TakeBack(Submissions submissions, SayUndo undo, SubmissionEvidence evidence, Clock clock) {
		this.submissions = submissions;
		this.undo = undo;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * Undoes a submission.
	 * @throws NotFoundException when it is not one of this page, or nobody was identified
	 */
	@Transactional
	public Submission undo(PublishedPage page, LinkToken.Receipt receipt, VisitorRequest request) {
		Submission submission = this.submissions.find(receipt.submission())
			.filter((found) -> found.identified() && found.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		ProfileId profile = submission.profile();
		if (profile != null && submission.mayBeUndone(this.clock.instant())) {
			this.undo.undo(profile, submission.id(), this.evidence.origin(page, request), page.source());
			this.submissions.undone(submission.id(), this.clock.instant());
		}
		return submission;
	}

}
