package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.thanks.NextSteps;
import dev.sayso.landing.visit.ResultMessages.Undoing;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.shared.NotFoundException;

/**
 * Shows what a form came to: exactly what is on and off now, since when, and how to take
 * it back. A visitor nobody identified sees the same whoever they are.
 */
@Component
public class ResultPage {

	/** How many of the newest entries are looked at for what an undo has written. */
	private static final int LOOKED_AT = 500;

	private final Submissions submissions;

	private final LinkRecipients recipients;

	private final Ledger ledger;

	private final ResultMessages resultMessages;

	private final PublicPageRenderer renderer;

	private final PublishedPages pages;

	private final NextSteps nextSteps;

	private final Clock clock;

	ResultPage(Submissions submissions, LinkRecipients recipients, Ledger ledger, ResultMessages resultMessages,
			PublicPageRenderer renderer, PublishedPages pages, NextSteps nextSteps, Clock clock) {
		this.pages = pages;
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
		Submission submission = this.submissions.find(receipt.submission())
			.filter((candidate) -> candidate.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		Asked asked = new Asked(page, submission, path, way, request);
		return receipt.identified() ? done(asked) : asked(asked);
	}

	/** Whose result is asked for, and how. */
	private record Asked(PublishedPage published, Submission submission, String path, int way, VisitorRequest request) {

	}

	/** The address of the way on that the page had when the form was sent. */
	private @Nullable String onward(Asked asked, PageWording wording, LinkToken.@Nullable Link link) {
		PublishedPage page = asked.published();
		int version = asked.submission().pageVersion();
		PublishedPage then = (version > 0) ? this.pages.find(page.slug(), version).orElse(page) : page;
		return (asked.way() < 0) ? null : this.nextSteps.href(then, asked.way(), link, wording.language()).orElse(null);
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
				undoing(submission, recipient, written), asked.path());
		PublicFrameView frame = PublicFrameView.of(page, wording, this.resultMessages.title(outcome), asked.path(),
				false, null);
		LinkToken.Link link = new LinkToken.Link(recipient.profile().id(), page.number(), submission.maker(), "");
		return this.renderer.result(frame,
				this.resultMessages.result(outcome, frame.locale()).leading(onward(asked, wording, link)));
	}

	/** Only what nobody has said anything about since can be undone. */
	private Undoing undoing(Submission submission, LinkRecipient recipient, List<LedgerEntry> written) {
		List<LedgerEntry> changes = written.stream().filter((entry) -> !PendingOptIns.isDrop(entry)).toList();
		if (submission.undoneAt() != null) {
			long undone = this.ledger.list(recipient.profile().id(), null, LOOKED_AT)
				.stream()
				.filter((entry) -> submission.id().toString().equals(entry.evidence().facts().get("undoes")))
				.count();
			return (undone < changes.size()) ? Undoing.DONE_IN_PART : Undoing.DONE;
		}
		if (changes.isEmpty() || !submission.mayBeUndone(this.clock.instant())) {
			return Undoing.NOTHING;
		}
		long standing = changes.stream()
			.filter((entry) -> Purpose.of(entry.purpose())
				.flatMap(recipient.say()::get)
				.map(Consent::ledgerId)
				.or(() -> subscription(recipient, entry).map(Subscription::ledgerId))
				.or(() -> Pause.subject(entry.purpose())
					.map(recipient.say().pauses()::get)
					.map(Pause::ledgerId)
					.or(() -> entry.after().equals(RecordPause.ENDED) ? Optional.of(entry.id()) : Optional.empty()))
				.filter(entry.id()::equals)
				.isPresent())
			.count();
		return (standing == 0) ? Undoing.OVERTAKEN
				: ((standing < changes.size()) ? Undoing.OFFERED_IN_PART : Undoing.OFFERED);
	}

	private static Optional<Subscription> subscription(LinkRecipient recipient, LedgerEntry entry) {
		return entry.purpose().startsWith(SubscriptionLedger.PREFIX)
				? recipient.subscriptions().of(entry.purpose().substring(SubscriptionLedger.PREFIX.length()))
				: Optional.empty();
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
