package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageViews;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.TakenNoes;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Opens a page for a reader. Nothing is written of anybody, whoever opens it and however
 * often; only how often is counted.
 */
@Component
class PageOpening {

	private final PublicFormPage formPage;

	private final PublicPageRenderer renderer;

	private final Submissions submissions;

	private final PublicMessages messages;

	private final RelatedPages relatedPages;

	private final LinkRecipients recipients;

	private final PageViews views;

	PageOpening(PublicFormPage formPage, PublicPageRenderer renderer, Submissions submissions, PublicMessages messages,
			RelatedPages relatedPages, LinkRecipients recipients, PageViews views) {
		this.views = views;
		this.formPage = formPage;
		this.renderer = renderer;
		this.submissions = submissions;
		this.messages = messages;
		this.relatedPages = relatedPages;
		this.recipients = recipients;
	}

	/**
	 * A form that could not be taken as it was.
	 *
	 * @param taken what the noes in it are about that were taken all the same
	 * @param reached of a visitor's form the channels of the addresses in it; null of a
	 * person's
	 */
	record Faulty(PublicFormBody typed, FormFaults faults, TakenNoes taken, @Nullable Set<Channel> reached) {

		Faulty(PublicFormBody typed, FormFaults faults) {
			this(typed, faults, TakenNoes.NOTHING, null);
		}

	}

	ResponseEntity<byte[]> form(PublishedPage page, @Nullable LinkRecipient recipient, String path,
			VisitorRequest request) {
		PageWording wording = wording(page, recipient, request);
		if (request.reading() && !request.console()) {
			this.views.count(page, wording.language());
		}
		if (page.denylist() && recipient != null && recipient.say().saysNoToAny()) {
			return already(page, recipient, wording, path, request);
		}
		boolean automatic = recipient != null && page.denylist() && !page.askFirst() && !request.console()
				&& !undone(recipient.profile().id(), page);
		return this.formPage.answer(HttpStatus.OK, new ShownForm(page, wording, path, recipient, null, automatic,
				notice(page, request), this.relatedPages.instead(page, recipient), request.gpc()));
	}

	/**
	 * The page with its form as it was sent, what is wrong with it, and what was taken of
	 * it all the same. A form that is one too many for now may be sent again later.
	 */
	ResponseEntity<byte[]> faulty(PublishedPage page, @Nullable LinkRecipient recipient, String path,
			VisitorRequest request, Faulty faulty) {
		LinkRecipient now = (recipient != null && !faulty.taken().isEmpty()) ? this.recipients.reload(page, recipient)
				: recipient;
		ShownForm view = new ShownForm(page, wording(page, now, request), path, now, faulty, false,
				notice(page, request), this.relatedPages.instead(page, now), request.gpc());
		long seconds = faulty.faults().seconds();
		return (seconds == 0) ? this.formPage.answer(HttpStatus.UNPROCESSABLE_CONTENT, view)
				: PublicResponse.later(this.formPage.answer(HttpStatus.TOO_MANY_REQUESTS, view), seconds);
	}

	/**
	 * What is left of a page that is over: its text, or the page that follows it. A page
	 * that is not open yet says when it opens.
	 */
	ResponseEntity<byte[]> closed(PublishedPage page, VisitorRequest request) {
		if (page.opensAt() == null && page.redirect() != null) {
			return PublicResponse.go(page.redirect());
		}
		PageWording wording = wording(page, null, request);
		Locale locale = Locale.forLanguageTag(wording.language());
		Map<String, Object> model = new HashMap<>();
		String title = wording.title();
		if (page.opensAt() != null) {
			model.put("lead",
					this.messages.say("public.opens", locale, this.messages.when(page.opensAt(), null, locale)));
		}
		else {
			title = this.messages.say("public.closed", locale);
			model.put(wording.closedText().isBlank() ? "code" : "text",
					wording.closedText().isBlank() ? "public.closed.text" : wording.closedText());
		}
		PublicFrameView frame = PublicFrameView.of(page, wording, title, "/p/" + page.slug(), false, null);
		return this.renderer.message((page.opensAt() != null) ? HttpStatus.NOT_FOUND : HttpStatus.GONE, frame, model);
	}

	static PageWording wording(PublishedPage page, @Nullable LinkRecipient recipient, VisitorRequest request) {
		return page.wording(request.languages((recipient != null) ? recipient.profile().details().language() : null));
	}

	private ResponseEntity<byte[]> already(PublishedPage page, LinkRecipient recipient, PageWording wording,
			String path, VisitorRequest request) {
		Locale locale = Locale.forLanguageTag(wording.language());
		Consent no = recipient.say().get(Purpose.MARKETING_ANY).orElseThrow();
		String lead = this.messages.say("public.already.lead", locale,
				this.messages.when(no.since(), recipient.profile(), locale));
		PublicFrameView frame = PublicFrameView.of(page, wording, this.messages.say("public.already", locale), path,
				false, notice(page, request));
		PublicFormView.RelatedLink related = this.relatedPages.instead(page, recipient);
		ResultView result = new ResultView(lead, null, List.of(), List.of(), null, null,
				(related != null) ? related.href() : null, null);
		return this.renderer.result(frame, result);
	}

	/** Who took back what opening the page did is asked first from then on. */
	private boolean undone(ProfileId profile, PublishedPage page) {
		return this.submissions.newest(profile, page.id())
			.filter((submission) -> submission.undoneAt() != null)
			.isPresent();
	}

	private static @Nullable String notice(PublishedPage page, VisitorRequest request) {
		return request.console() ? "public.console.notice"
				: (!page.closed() ? null : ((page.opensAt() != null) ? "public.early.notice" : "public.closed.notice"));
	}

}
