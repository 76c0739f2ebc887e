package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.shared.NotFoundException;

/**
 * Shows what a form came to: exactly what is on and off now, since when, and how to take
 * it back. Whom nobody identified hears the same whoever they are.
 */
@Component
class ResultPage {

	private final Submissions submissions;

	private final LinkRecipients recipients;

	private final Ledger ledger;

	private final ResultMessages tell;

	private final PublicPageRenderer pages;

	private final PublicMessages words;

	private final Clock clock;

	ResultPage(Submissions submissions, LinkRecipients recipients, Ledger ledger, ResultMessages tell,
			PublicPageRenderer pages, PublicMessages words, Clock clock) {
		this.submissions = submissions;
		this.recipients = recipients;
		this.ledger = ledger;
		this.tell = tell;
		this.pages = pages;
		this.words = words;
		this.clock = clock;
	}

	ResponseEntity<String> show(PublishedPage edition, LinkToken.Receipt receipt, String path, VisitorRequest visit) {
		if (!receipt.identified()) {
			return thanks(edition, path, visit);
		}
		Submission submission = this.submissions.find(receipt.submission())
			.filter((found) -> found.page().equals(edition.page()) && found.profile() != null)
			.orElseThrow(() -> new NotFoundException("submission"));
		LinkRecipient person = this.recipients.find(java.util.Objects.requireNonNull(submission.profile()))
			.orElseThrow(() -> new NotFoundException("profile"));
		PageWording wording = PageOpening.wording(edition, person, visit);
		boolean changed = !this.ledger.ofSubmission(person.profile().id(), submission.id()).isEmpty();
		boolean undo = changed && submission.mayBeUndone(this.clock.instant());
		ResultMessages.Told told = new ResultMessages.Told(edition, wording, submission, person, changed, undo, path);
		PublicFrameView sheet = PublicFrameViews.of(edition, wording, this.tell.title(told), path, false, null);
		return PublicResponse.page(HttpStatus.OK, sheet,
				this.pages.result(sheet, this.tell.result(told, sheet.locale())));
	}

	private ResponseEntity<String> thanks(PublishedPage edition, String path, VisitorRequest visit) {
		PageWording wording = PageOpening.wording(edition, null, visit);
		Locale locale = Locale.forLanguageTag(wording.language());
		PublicFrameView sheet = PublicFrameViews.of(edition, wording, this.words.say("public.result.thanks", locale),
				path, false, null);
		ResultView result = new ResultView(this.words.say("public.result.thanks.text", locale), null, List.of(), null,
				null, "/p/" + edition.slug() + "?lang=" + wording.language());
		return PublicResponse.page(HttpStatus.OK, sheet, this.pages.result(sheet, result));
	}

}
