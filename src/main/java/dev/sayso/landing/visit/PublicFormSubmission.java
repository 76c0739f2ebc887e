package dev.sayso.landing.visit;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Details;

/**
 * Takes what was sent from a page and answers: with the result, with the form and what is
 * wrong with it, or with why nothing is taken at all.
 */
@Component
class PublicFormSubmission {

	private final SubmitPage bySubject;

	private final SubmitPageAsVisitor byVisitor;

	private final FormDetails formDetails;

	private final Submissions submissions;

	private final PageOpening opening;

	private final PublicNotices notices;

	private final VisitorLimits limits;

	private final LinkToken tokens;

	PublicFormSubmission(SubmitPage bySubject, SubmitPageAsVisitor byVisitor, FormDetails formDetails,
			Submissions submissions, PageOpening opening, PublicNotices notices, VisitorLimits limits,
			LinkToken tokens) {
		this.bySubject = bySubject;
		this.byVisitor = byVisitor;
		this.formDetails = formDetails;
		this.submissions = submissions;
		this.opening = opening;
		this.notices = notices;
		this.limits = limits;
		this.tokens = tokens;
	}

	/**
	 * What came by a personal link.
	 */
	ResponseEntity<String> submit(PublishedPage page, LinkRecipient recipient, String path, PublicFormBody body,
			VisitorRequest request) {
		if (request.console()) {
			return this.notices.console(page, request);
		}
		PageWording wording = PageOpening.wording(page, recipient, request);
		try {
			UUID id = once(page, body, recipient,
					(form) -> this.bySubject.submit(page, wording, recipient, form, request));
			return result(page, id, true, wording);
		}
		catch (FormFaults ex) {
			return this.opening.faulty(page, recipient, path, request, body, ex);
		}
	}

	/**
	 * What came from somebody nobody identified. Who filled in the trap is told: a
	 * browser that fills in forms may have done it for them.
	 */
	ResponseEntity<String> submitAsVisitor(PublishedPage page, String path, PublicFormBody body,
			VisitorRequest request) {
		if (request.console()) {
			return this.notices.console(page, request);
		}
		long wait = this.limits.fromNetwork(VisitorLimits.network(request.remote()));
		if (wait > 0) {
			return this.notices.busy(page, request, wait);
		}
		PageWording wording = PageOpening.wording(page, null, request);
		try {
			if (body.trapped()) {
				throw FormFaults.whole("public.fault.trap");
			}
			Details typed = this.formDetails.typed(page, body);
			if (this.limits.isTooFast(body)) {
				throw FormFaults.whole("public.fault.fast");
			}
			wait = this.limits.aboutAddress(String.valueOf(typed.email()).toLowerCase(Locale.ROOT) + typed.mobile());
			if (wait > 0) {
				return this.notices.busy(page, request, wait);
			}
			UUID id = once(page, body, null, (form) -> this.byVisitor.submit(page, wording, typed, form, request));
			return result(page, id, false, wording);
		}
		catch (FormFaults ex) {
			return this.opening.faulty(page, null, path, request, body, ex);
		}
	}

	/**
	 * The same opening sent again joins the first; somebody else's opening is none.
	 */
	private UUID once(PublishedPage page, PublicFormBody body, @Nullable LinkRecipient recipient,
			Function<PublicFormBody, UUID> submit) {
		try {
			return submit.apply(body);
		}
		catch (DuplicateKeyException ex) {
			Submission first = this.submissions.ofOpening(page.id(), body.opening()).orElseThrow(() -> ex);
			boolean same = (recipient == null) ? !first.identified() : recipient.profile().id().equals(first.profile());
			return (same && first.identified() == (recipient != null)) ? first.id() : submit.apply(body.reopened());
		}
	}

	private ResponseEntity<String> result(PublishedPage page, UUID id, boolean identified, PageWording wording) {
		return PublicResponse.go("/p/" + page.slug() + "/results/"
				+ this.tokens.write(new LinkToken.Receipt(id, identified)) + "?lang=" + wording.language());
	}

}
