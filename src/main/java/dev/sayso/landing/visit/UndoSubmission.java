package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.SubscriptionUndo;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

@Component
public class UndoSubmission {

	private final Submissions submissions;

	private final SayUndo sayUndo;

	private final SubscriptionUndo subscriptionUndo;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	UndoSubmission(Submissions submissions, SayUndo sayUndo, SubscriptionUndo subscriptionUndo,
			SubmissionEvidence evidence, Clock clock) {
		this.subscriptionUndo = subscriptionUndo;
		this.submissions = submissions;
		this.sayUndo = sayUndo;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * Undoes what a form changed; doing so twice is doing so once, and doing so too late,
	 * or where all of it was changed since, changes nothing.
	 * @throws NotFoundException when it is not one of this page, nobody was identified,
	 * or links were renewed since
	 */
	@Transactional
	public Submission undo(PublishedPage page, LinkToken.Receipt receipt, VisitorRequest request) {
		this.submissions.findUnlessRenewed(receipt.submission()).orElseThrow(() -> new NotFoundException("submission"));
		return undo(page, receipt, (change) -> true, request);
	}

	/** The same of some of its changes. */
	@Transactional
	public Submission undo(PublishedPage page, LinkToken.Receipt receipt, Predicate<LedgerEntry> which,
			VisitorRequest request) {
		Submission submission = this.submissions.find(receipt.submission())
			.filter((candidate) -> candidate.identified() && candidate.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		ProfileId profile = submission.profile();
		if (profile != null && submission.mayBeUndone(this.clock.instant())) {
			Evidence proof = this.evidence.origin(page, request);
			int undone = this.sayUndo.undo(profile, submission.id(), which, proof, page.source()).size()
					+ this.subscriptionUndo.undo(profile, submission.id(), which, proof, page.source());
			if (undone > 0) {
				this.submissions.undone(submission.id(), this.clock.instant());
			}
		}
		return submission;
	}

}
