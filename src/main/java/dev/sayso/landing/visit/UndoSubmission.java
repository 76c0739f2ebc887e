package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.SubscriptionUndo;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Takes back what a form changed, where nobody has said anything about it since.
 */
@Component
public class UndoSubmission {

	/** How many of the newest entries are looked at for what an undo has written. */
	private static final int LOOKED_AT = 500;

	private final Submissions submissions;

	private final Ledger ledger;

	private final SayUndo sayUndo;

	private final SubscriptionUndo subscriptionUndo;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	UndoSubmission(Submissions submissions, Ledger ledger, SayUndo sayUndo, SubscriptionUndo subscriptionUndo,
			SubmissionEvidence evidence, Clock clock) {
		this.ledger = ledger;
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

	/**
	 * The same of some of its changes; it counts as undone once none is left to undo.
	 */
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
			if (undone > 0 && changes(submission).stream().noneMatch(Change::stands)) {
				this.submissions.undone(submission.id(), this.clock.instant());
			}
		}
		return submission;
	}

	/**
	 * Something that a form changed, and what became of it.
	 *
	 * @param stands whether nobody has said anything about it since
	 * @param undone whether it was taken back
	 */
	public record Change(LedgerEntry entry, boolean stands, boolean undone) {

	}

	/** What a form by personal link changed, in the order in which it was written. */
	@Transactional(readOnly = true)
	public List<Change> changes(Submission submission) {
		ProfileId profile = Objects.requireNonNull(submission.profile());
		Map<String, UUID> newest = new HashMap<>();
		Set<String> undone = new HashSet<>();
		for (LedgerEntry entry : this.ledger.list(profile, null, LOOKED_AT)) {
			if (!PendingOptIns.isDrop(entry)) {
				newest.putIfAbsent(entry.purpose(), entry.id());
			}
			if (submission.id().toString().equals(entry.evidence().facts().get("undoes"))) {
				undone.add(entry.purpose());
			}
		}
		return this.ledger.ofSubmission(profile, submission.id())
			.stream()
			.filter((entry) -> !PendingOptIns.isDrop(entry))
			.map((entry) -> new Change(entry, entry.id().equals(newest.get(entry.purpose())),
					undone.contains(entry.purpose())))
			.toList();
	}

}
