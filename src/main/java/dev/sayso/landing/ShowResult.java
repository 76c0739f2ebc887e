package dev.sayso.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Effective;
import dev.sayso.consent.Ledger;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.Edition.Wording;
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

	private final ConsentSettings settings;

	private final RenderPage pages;

	private final Words words;

	private final Neighbours neighbours;

	private final Moments moments;

	ShowResult(Submissions submissions, Recipients recipients, Ledger ledger, ConsentSettings settings,
			RenderPage pages, Words words, Neighbours neighbours, Moments moments) {
		this.submissions = submissions;
		this.recipients = recipients;
		this.ledger = ledger;
		this.settings = settings;
		this.pages = pages;
		this.words = words;
		this.neighbours = neighbours;
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
		Told told = new Told(edition, wording, submission, person, changed, undo, path);
		Sheet sheet = this.pages.sheet(edition, wording, title(told), path, false, null);
		return Answer.page(HttpStatus.OK, sheet,
				this.pages.render("result", sheet, Map.of("result", result(told, sheet.locale()))));
	}

	/** What there is to tell. */
	private record Told(Edition edition, Wording wording, Submission submission, Person person, boolean changed,
			boolean undo, String path) {

		boolean stopped() {
			return this.edition.denylist() && this.person.say().saysNoToAny();
		}

	}

	private ResponseEntity<String> thanks(Edition edition, String path, Visit visit) {
		Wording wording = OpenPage.wording(edition, null, visit);
		Locale locale = Locale.forLanguageTag(wording.language());
		Sheet sheet = this.pages.sheet(edition, wording, this.words.say("public.result.thanks", locale), path, false,
				null);
		Result result = new Result(this.words.say("public.result.thanks.text", locale), null, List.of(), null, null,
				"/p/" + edition.slug() + "?lang=" + wording.language());
		return Answer.page(HttpStatus.OK, sheet, this.pages.render("result", sheet, Map.of("result", result)));
	}

	private String title(Told told) {
		Locale locale = Locale.forLanguageTag(told.wording().language());
		if (told.submission().undoneAt() != null) {
			return this.words.say("public.result.undone", locale);
		}
		if (told.stopped()) {
			return this.words.say("public.result.stopped", locale);
		}
		if (!told.changed() && told.submission().content().fields().isEmpty()) {
			return this.words.say("public.result.same", locale);
		}
		String own = told.wording().resultTitle();
		return (own.isBlank() || told.edition().denylist()) ? this.words.say("public.result.saved", locale) : own;
	}

	private Result result(Told told, Locale locale) {
		boolean undone = told.submission().undoneAt() != null;
		String note = !told.undo() ? null
				: (told.submission().automatic() ? "public.result.opened" : "public.result.undo");
		String text = (undone || told.wording().resultText().isBlank()) ? null : told.wording().resultText();
		String lead = undone ? this.words.say("public.result.undone.lead", locale) : lead(told, locale);
		return new Result(lead, text, lines(told, locale), note, told.undo() ? told.path() + "/undo" : null,
				this.neighbours.change(told.edition(), told.submission()));
	}

	private String lead(Told told, Locale locale) {
		Consent no = told.person().say().get(Purpose.MARKETING_ANY).orElse(null);
		java.time.Instant since = (told.stopped() && no != null) ? no.since() : told.submission().at();
		String when = this.words.when(since, told.person().profile(), locale);
		String masked = told.person().masked();
		return (masked != null) ? this.words.say("public.result.for", locale, when, masked)
				: this.words.say("public.result.at", locale, when);
	}

	private List<Result.Line> lines(Told told, Locale locale) {
		List<Purpose> purposes = new ArrayList<>(told.edition().boxes().keySet());
		if (told.edition().denylist()) {
			this.settings.channelsInUse().forEach((channel) -> purposes.add(Purpose.marketing(channel)));
		}
		return purposes.stream()
			.filter((purpose) -> purpose.channel().isPresent())
			.map((purpose) -> line(told, purpose, locale))
			.toList();
	}

	private Result.Line line(Told told, Purpose purpose, Locale locale) {
		Effective effective = told.person().say().effective(purpose, this.settings.defaults());
		String state = effective.allows() ? "on" : ((effective.choice() == Choice.PENDING) ? "wait" : "off");
		@Nullable Consent consent = effective.consent();
		String since = (consent == null || told.stopped()) ? null : this.words.say("public.since", locale,
				this.words.when(consent.since(), told.person().profile(), locale));
		return new Result.Line(this.words.channel(purpose, locale), state, since);
	}

}
