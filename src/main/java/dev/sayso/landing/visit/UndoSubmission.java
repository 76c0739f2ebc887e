package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

@Component
class UndoSubmission {

	private final Submissions submissions;

	private final SayUndo sayUndo;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	UndoSubmission(Submissions submissions, SayUndo sayUndo, SubmissionEvidence evidence, Clock clock) {
		this.submissions = submissions;
		this.sayUndo = sayUndo;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * Undoes what a form changed; doing so twice is doing so once, and doing so too late,
	 * or where all of it was changed since, changes nothing.
	 * @throws NotFoundException when it is not one of this page, or nobody was identified
	 */
	@Transactional
	public Submission undo(PublishedPage page, LinkToken.Receipt receipt, VisitorRequest request) {
		Submission submission = this.submissions.find(receipt.submission())
			.filter((candidate) -> candidate.identified() && candidate.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		ProfileId profile = submission.profile();
		if (profile != null && submission.mayBeUndone(this.clock.instant())) {
			List<LedgerEntry> undone = this.sayUndo.undo(profile, submission.id(), this.evidence.origin(page, request),
					page.source());
			if (!undone.isEmpty()) {
				this.submissions.undone(submission.id(), this.clock.instant());
			}
		}
		return submission;
	}

}
