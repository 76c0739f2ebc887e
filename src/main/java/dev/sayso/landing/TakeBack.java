package dev.sayso.landing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.UndoSubmission;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;

/**
 * Takes back what a form changed; doing so twice is doing so once, and doing so too late
 * changes nothing.
 */
@Component
class TakeBack {

	private final Submissions submissions;

	private final UndoSubmission undo;

	private final Proof proof;

	private final Moments moments;

	TakeBack(Submissions submissions, UndoSubmission undo, Proof proof, Moments moments) {
		this.submissions = submissions;
		this.undo = undo;
		this.proof = proof;
		this.moments = moments;
	}

	/**
	 * Undoes a submission.
	 * @throws NotFound when it is not one of this page, or nobody was identified
	 */
	@Transactional
	public Submission undo(Edition edition, LinkToken.Receipt receipt, Visit visit) {
		Submission submission = this.submissions.find(receipt.submission())
			.filter((found) -> found.identified() && found.page().equals(edition.page()))
			.orElseThrow(() -> new NotFound("submission"));
		ProfileId profile = submission.profile();
		if (profile != null && submission.mayBeUndone(this.moments.now())) {
			this.undo.undo(profile, submission.id(), this.proof.origin(edition, visit), edition.source());
			this.submissions.undone(submission.id(), this.moments.now());
		}
		return submission;
	}

}
