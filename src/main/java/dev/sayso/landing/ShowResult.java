package dev.sayso.landing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Ledger;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;

/**
 * Shows what a form came to: exactly what is on and off now, since when, and how to take
 * it back. Whom nobody identified hears the same whoever they are.
 */
@Component
class ShowResult {

	private final Submissions submissions;

	private final Recipients recipients;

	private final Ledger ledger;

	private final TellResult tell;

	private final RenderPage pages;

	private final Words words;

	private final Moments moments;

	ShowResult(Submissions submissions, Recipients recipients, Ledger ledger, TellResult tell, RenderPage pages,
			Words words, Moments moments) {
		this.submissions = submissions;
		this.recipients = recipients;
		this.ledger = ledger;
		this.tell = tell;
		this.pages = pages;
		this.words = words;
		this.moments = moments;
	}

	ResponseEntity<String> show(Edition edition, LinkToken.Receipt receipt, String path, Visit visit) {
		if (!receipt.identified()) {
			return thanks(edition, path, visit);
		}
		Submission submission = this.submissions.find(receipt.submission())
			.filter((found) -> found.page().equals(edition.page()) && found.profile() != null)
			.orElseThrow(() -> new NotFound("submission"));
		Person person = this.recipients.find(java.util.Objects.requireNonNull(submission.profile()))
			.orElseThrow(() -> new NotFound("profile"));
		Wording wording = OpenPage.wording(edition, person, visit);
		boolean changed = !this.ledger.ofSubmission(person.profile().id(), submission.id()).isEmpty();
		boolean undo = changed && submission.mayBeUndone(this.moments.now());
		TellResult.Told told = new TellResult.Told(edition, wording, submission, person, changed, undo, path);
		Sheet sheet = Sheets.of(edition, wording, this.tell.title(told), path, false, null);
		return Answer.page(HttpStatus.OK, sheet, this.pages.result(sheet, this.tell.result(told, sheet.locale())));
	}

	private ResponseEntity<String> thanks(Edition edition, String path, Visit visit) {
		Wording wording = OpenPage.wording(edition, null, visit);
		Locale locale = Locale.forLanguageTag(wording.language());
		Sheet sheet = Sheets.of(edition, wording, this.words.say("public.result.thanks", locale), path, false, null);
		Result result = new Result(this.words.say("public.result.thanks.text", locale), null, List.of(), null, null,
				"/p/" + edition.slug() + "?lang=" + wording.language());
		return Answer.page(HttpStatus.OK, sheet, this.pages.result(sheet, result));
	}

}
