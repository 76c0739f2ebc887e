package dev.sayso.landing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.VisitorForm;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.mail.MailSetup;
import dev.sayso.service.Service;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LocalizedDate;

@Component
class ResultMessages {

	/** The note of what a mail confirms. */
	private static final String MAILED = "public.asked.mail";

	/** The note of what it does not. */
	private static final String OTHERWISE = "public.asked.otherwise";

	private final PublicMessages messages;

	private final RelatedPages relatedPages;

	private final ResultLines lines;

	private final PageServices services;

	private final MailSetup mails;

	ResultMessages(PublicMessages messages, RelatedPages relatedPages, ResultLines lines, PageServices services,
			MailSetup mails) {
		this.mails = mails;
		this.messages = messages;
		this.relatedPages = relatedPages;
		this.lines = lines;
		this.services = services;
	}

	enum Undoing {

		NOTHING, OFFERED, OFFERED_IN_PART, OVERTAKEN, DONE, DONE_IN_PART

	}

	/**
	 * What came of a form.
	 *
	 * @param written the ledger's entries of it
	 */
	record Outcome(PublishedPage page, PageWording wording, Submission submission, LinkRecipient recipient,
			List<LedgerEntry> written, Undoing undoing, String path) {

		boolean changed() {
			return !this.written.isEmpty();
		}

		boolean stopped() {
			return stopsAll(this.page, this.submission) && this.recipient.say().saysNoToAny();
		}

	}

	String title(Outcome outcome) {
		Locale locale = Locale.forLanguageTag(outcome.wording().language());
		if (outcome.submission().undoneAt() != null) {
			return this.messages.say(undone(outcome), locale);
		}
		if (outcome.stopped()) {
			return this.messages.say("public.result.stopped", locale);
		}
		if (!outcome.changed() && outcome.submission().content().fields().isEmpty()) {
			return this.messages.say("public.result.same", locale);
		}
		String own = outcome.wording().resultTitle();
		return (own.isBlank() || outcome.page().denylist()) ? this.messages.say("public.result.saved", locale) : own;
	}

	ResultView result(Outcome outcome, Locale locale) {
		boolean undone = outcome.submission().undoneAt() != null;
		boolean offered = outcome.undoing() == Undoing.OFFERED || outcome.undoing() == Undoing.OFFERED_IN_PART;
		String note = switch (outcome.undoing()) {
			case OFFERED -> outcome.submission().automatic() ? "public.result.opened" : "public.result.undo";
			case OFFERED_IN_PART -> "public.result.undo.part";
			case OVERTAKEN -> "public.result.overtaken";
			default -> null;
		};
		String text = (undone || outcome.wording().resultText().isBlank()) ? null : outcome.wording().resultText();
		String lead = undone ? this.messages.say(undone(outcome) + ".lead", locale) : lead(outcome, locale);
		return new ResultView(lead, text, undone ? List.of() : this.lines.changes(outcome, locale),
				this.lines.list(outcome, locale), note, offered ? outcome.path() + "/undo" : null,
				this.relatedPages.change(outcome.page(), outcome.submission()),
				outcome.changed() ? outcome.path().replaceFirst("^/p/[^/]+/results/", PublicPath.RECEIPTS) : null);
	}

	private static String undone(Outcome outcome) {
		return (outcome.undoing() == Undoing.DONE_IN_PART) ? "public.result.undone.part" : "public.result.undone";
	}

	private String lead(Outcome outcome, Locale locale) {
		Consent no = outcome.recipient().say().get(Purpose.MARKETING_ANY).orElse(null);
		Instant since = (outcome.stopped() && no != null) ? no.since() : outcome.submission().at();
		String when = this.messages.when(since, outcome.recipient().profile(), locale);
		String masked = outcome.recipient().masked();
		return (masked != null) ? this.messages.say("public.result.for", locale, when, masked)
				: this.messages.say("public.result.at", locale, when);
	}

	static boolean stopsAll(PublishedPage page, Submission submission) {
		return page.denylist() || submission.content().ticked().contains(PublicFormBody.ALL);
	}

	String thanks(PageWording wording) {
		return this.messages.say("public.result.thanks", Locale.forLanguageTag(wording.language()));
	}

	private String thanks(PublishedPage page, PageWording wording, List<Purpose> noes, @Nullable LocalDate pause,
			Set<Channel> reached) {
		Locale locale = Locale.forLanguageTag(wording.language());
		String asked = this.messages.say("public.result.thanks.text", locale);
		if (noes.isEmpty() && pause == null) {
			return asked;
		}
		String uncertain = this.messages.uncertain(noes, pause, reached, page, wording);
		if (uncertain.isEmpty()) {
			return asked + " " + this.messages.say("public.result.thanks.no", locale);
		}
		String certain = this.messages.certain(noes, reached, locale);
		return asked + " " + (certain.isEmpty() ? "" : this.messages.say("public.noes.kept", locale, certain) + " ")
				+ uncertain;
	}

	/** Whether a mail can confirm it, whoever asked. */
	private static boolean isMailed(Purpose purpose, Submission submission) {
		Submission.Content content = submission.content();
		return content.reached().contains(Channel.EMAIL)
				&& VisitorForm.isMailed(purpose, content.fields(), content.reached());
	}

	/** What was asked for, with how it is confirmed. */
	private static ResultView.Line optIn(String name, Purpose purpose, Submission submission) {
		return new ResultView.Line(name, "yes", null, isMailed(purpose, submission) ? MAILED : OTHERWISE);
	}

	/**
	 * How what was asked for is confirmed, in one sentence; empty where each line says it
	 * for itself.
	 */
	private String confirmed(PublishedPage page, List<ResultView.Line> lines, Locale locale) {
		Set<String> ways = lines.stream()
			.filter((line) -> line.state().equals("yes"))
			.map((line) -> String.valueOf(line.note()))
			.collect(Collectors.toSet());
		if (ways.isEmpty()) {
			return "";
		}
		boolean mails = page.mails().confirm() && this.mails.canSend();
		if (!mails || !ways.contains(MAILED)) {
			return this.messages.say("public.result.thanks.yes", locale);
		}
		return (ways.size() == 1) ? this.messages.say("public.result.thanks.mail", locale) : "";
	}

	/** What a visitor asked by a form, the same whoever they are. */
	ResultView asked(PublishedPage page, PageWording wording, Submission submission) {
		Locale locale = Locale.forLanguageTag(wording.language());
		List<ResultView.Line> lines = new ArrayList<>();
		List<Purpose> noes = new ArrayList<>();
		LocalDate pause = stopsAll(page, submission) ? null
				: FormPause.read(submission.content().ticked()).orElse(null);
		if (stopsAll(page, submission)) {
			noes.add(Purpose.MARKETING_ANY);
			lines.add(line(this.messages.name(Purpose.MARKETING_ANY, locale), "no"));
		}
		else {
			addBoxes(page, wording, submission, lines, noes);
			if (pause != null) {
				lines.add(line(this.messages.say("public.paused", locale, LocalizedDate.of(pause, locale)), "paused"));
			}
			addServices(page, submission, locale, lines, noes);
		}
		String lead = lines.isEmpty() ? this.messages.say("public.result.thanks.nothing", locale)
				: thanks(page, wording, noes, pause, submission.content().reached());
		String confirmed = confirmed(page, lines, locale);
		if (!confirmed.isEmpty()) {
			lines.replaceAll(ResultView.Line::withoutNote);
		}
		return new ResultView((lead + " " + confirmed).strip(),
				wording.resultText().isBlank() ? null : wording.resultText(), List.of(), lines, null, null,
				"/p/" + page.slug() + "?lang=" + wording.language()
						+ (page.kind().hasService() ? "&service=" + page.service() : ""),
				null);
	}

	private void addBoxes(PublishedPage page, PageWording wording, Submission submission, List<ResultView.Line> lines,
			List<Purpose> noes) {
		Locale locale = Locale.forLanguageTag(wording.language());
		page.boxes().forEach((purpose, meaning) -> {
			if (submission.content().ticked().contains(PublicFormBody.box(purpose))) {
				String name = this.messages.label(wording.box(purpose), purpose, locale);
				boolean no = meaning == BoxMeaning.DO_NOT_CONTACT;
				lines.add(no ? line(name, "no") : optIn(name, purpose, submission));
				if (no) {
					noes.add(purpose);
				}
			}
		});
	}

	/** A no to a service that is there no more stands as one to mails. */
	private void addServices(PublishedPage page, Submission submission, Locale locale, List<ResultView.Line> lines,
			List<Purpose> noes) {
		page.services().forEach((key, meaning) -> {
			boolean no = meaning == BoxMeaning.DO_NOT_CONTACT;
			Service service = this.services.find(key).orElse(null);
			if (submission.content().ticked().contains(PublicFormBody.SERVICE + key) && (no || service != null)) {
				String name = this.messages.name(service, locale);
				lines.add(no ? line(name, "no") : optIn(name, Purpose.marketing(service.channel()), submission));
				if (service == null) {
					noes.add(Purpose.MARKETING_EMAIL);
				}
			}
		});
	}

	private static ResultView.Line line(String name, String state) {
		return new ResultView.Line(name, state, null, null);
	}

}
