package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.thanks.NextSteps;
import dev.sayso.landing.visit.ResultMessages.Undoing;
import dev.sayso.shared.NotFoundException;

/**
 * Shows what a form came to: exactly what is on and off now, since when, and how to take
 * it back. A visitor nobody identified sees the same whoever they are.
 */
@Component
public class ResultPage {

	private final Submissions submissions;

	private final LinkRecipients recipients;

	private final Ledger ledger;

	private final ResultMessages resultMessages;

	private final PublicPageRenderer renderer;

	private final UndoSubmission undoSubmission;

	private final NextSteps nextSteps;

	private final Clock clock;

	ResultPage(Submissions submissions, LinkRecipients recipients, Ledger ledger, ResultMessages resultMessages,
			PublicPageRenderer renderer, UndoSubmission undoSubmission, NextSteps nextSteps, Clock clock) {
		this.undoSubmission = undoSubmission;
		this.nextSteps = nextSteps;
		this.submissions = submissions;
		this.recipients = recipients;
		this.ledger = ledger;
		this.resultMessages = resultMessages;
		this.renderer = renderer;
		this.clock = clock;
	}

	/**
	 * The result of a form.
	 * @param way the number of the way on, which is not taken before what came of the
	 * form was read; -1 for none
	 */
	public ResponseEntity<byte[]> show(PublishedPage page, LinkToken.Receipt receipt, String path, int way,
			VisitorRequest request) {
		Submission submission = (receipt.identified() ? this.submissions.findUnlessRenewed(receipt.submission())
				: this.submissions.find(receipt.submission()))
			.filter((candidate) -> candidate.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		Asked asked = new Asked(page, submission, path, way, request);
		return receipt.identified() ? done(asked) : asked(asked);
	}

	/** Whose result is asked for, and how. */
	private record Asked(PublishedPage published, Submission submission, String path, int way, VisitorRequest request) {

	}

	private @Nullable String onward(Asked asked, PageWording wording, LinkToken.@Nullable Link link) {
		return (asked.way() < 0) ? null
				: this.nextSteps
					.href(asked.published(), asked.submission().pageVersion(), asked.way(), link, wording.language())
					.orElse(null);
	}

	/** The page with the service that the link to the form named. */
	private static PublishedPage about(PublishedPage page, Submission submission) {
		return page.about(RelatedPages.service(page, submission));
	}

	private ResponseEntity<byte[]> done(Asked asked) {
		Submission submission = asked.submission();
		LinkRecipient recipient = Optional.ofNullable(submission.profile())
			.flatMap(this.recipients::findWithSubscriptions)
			.orElseThrow(() -> new NotFoundException("profile"));
		PublishedPage page = about(asked.published(), submission);
		PageWording wording = PageOpening.wording(page, recipient, asked.request());
		List<LedgerEntry> written = this.ledger.ofSubmission(recipient.profile().id(), submission.id());
		ResultMessages.Outcome outcome = new ResultMessages.Outcome(page, wording, submission, recipient, written,
				undoing(submission), asked.path());
		PublicFrameView frame = PublicFrameView.of(page, wording, this.resultMessages.title(outcome), asked.path(),
				false, null);
		LinkToken.Link link = new LinkToken.Link(recipient.profile().id(), page.number(), submission.maker(), "");
		return this.renderer.result(frame,
				this.resultMessages.result(outcome, frame.locale()).leading(onward(asked, wording, link)));
	}

	/** Only what nobody has said anything about since can be undone. */
	private Undoing undoing(Submission submission) {
		List<UndoSubmission.Change> changes = this.undoSubmission.changes(submission);
		if (submission.undoneAt() != null) {
			return changes.stream().allMatch(UndoSubmission.Change::undone) ? Undoing.DONE : Undoing.DONE_IN_PART;
		}
		if (changes.isEmpty() || !submission.mayBeUndone(this.clock.instant())) {
			return Undoing.NOTHING;
		}
		long standing = changes.stream().filter(UndoSubmission.Change::stands).count();
		return (standing == 0) ? Undoing.OVERTAKEN
				: ((standing < changes.size()) ? Undoing.OFFERED_IN_PART : Undoing.OFFERED);
	}

	/**
	 * What a visitor asked, whoever they are: what came of it would tell whether their
	 * address is known.
	 */
	private ResponseEntity<byte[]> asked(Asked asked) {
		PublishedPage page = about(asked.published(), asked.submission());
		PageWording wording = PageOpening.wording(page, null, asked.request());
		PublicFrameView frame = PublicFrameView.of(page, wording, this.resultMessages.thanks(wording), asked.path(),
				false, null);
		return this.renderer.result(frame,
				this.resultMessages.asked(page, wording, asked.submission()).leading(onward(asked, wording, null)));
	}

}
