package dev.sayso.landing.visit;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Details;
import dev.sayso.shared.Ids;

/**
 * Takes what was sent from a page and answers: with the result, with the form and what is
 * wrong with it, or with why nothing is taken at all.
 */
@Component
class PublicFormSubmission {

	private final SubmitPage bySubject;

	private final SubmitPageAsVisitor byVisitor;

	private final FormDetails details;

	private final Submissions submissions;

	private final PageOpening open;

	private final PublicNotices sentences;

	private final VisitorLimits limits;

	private final UnhurriedForm hurry;

	private final LinkToken tokens;

	PublicFormSubmission(SubmitPage bySubject, SubmitPageAsVisitor byVisitor, FormDetails details,
			Submissions submissions, PageOpening open, PublicNotices sentences, VisitorLimits limits,
			UnhurriedForm hurry, LinkToken tokens) {
		this.bySubject = bySubject;
		this.byVisitor = byVisitor;
		this.details = details;
		this.submissions = submissions;
		this.open = open;
		this.sentences = sentences;
		this.limits = limits;
		this.hurry = hurry;
		this.tokens = tokens;
	}

	/**
	 * What came by a personal link.
	 */
	ResponseEntity<String> person(PublishedPage edition, LinkRecipient person, String path, PublicFormBody posted,
			VisitorRequest visit) {
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		PageWording wording = PageOpening.wording(edition, person, visit);
		try {
			UUID id = once(edition, posted, person,
					(form) -> this.bySubject.submit(edition, wording, person, form, visit));
			return result(edition, id, true, wording);
		}
		catch (FormFaults ex) {
			return this.open.faulty(edition, person, path, visit, posted, ex);
		}
	}

	/**
	 * What came from somebody nobody identified. Who fell into the trap is told: a
	 * browser that fills in forms may have done it for them.
	 */
	ResponseEntity<String> visitor(PublishedPage edition, String path, PublicFormBody posted, VisitorRequest visit) {
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		long wait = this.limits.fromNetwork(VisitorLimits.network(visit.remote()));
		if (wait > 0) {
			return this.sentences.busy(edition, visit, wait);
		}
		PageWording wording = PageOpening.wording(edition, null, visit);
		try {
			if (posted.trapped()) {
				throw FormFaults.whole("public.fault.trap");
			}
			Details typed = this.details.typed(edition, posted);
			this.hurry.refuse(posted);
			wait = this.limits.aboutAddress(String.valueOf(typed.email()).toLowerCase(Locale.ROOT) + typed.mobile());
			if (wait > 0) {
				return this.sentences.busy(edition, visit, wait);
			}
			UUID id = once(edition, posted, null,
					(form) -> this.byVisitor.submit(edition, wording, typed, form, visit));
			return result(edition, id, false, wording);
		}
		catch (FormFaults ex) {
			return this.open.faulty(edition, null, path, visit, posted, ex);
		}
	}

	/**
	 * The same opening sent again joins the first; somebody else's opening is none.
	 */
	private UUID once(PublishedPage edition, PublicFormBody posted, @Nullable LinkRecipient person,
			Function<PublicFormBody, UUID> submit) {
		try {
			return submit.apply(posted);
		}
		catch (DuplicateKeyException ex) {
			Submission first = this.submissions.ofOpening(edition.page(), posted.opening()).orElseThrow(() -> ex);
			boolean same = (person == null) ? !first.identified() : person.profile().id().equals(first.profile());
			return (same && first.identified() == (person != null)) ? first.id() : submit.apply(posted.reopened());
		}
	}

	private ResponseEntity<String> result(PublishedPage edition, UUID id, boolean identified, PageWording wording) {
		return PublicResponse.go("/p/" + edition.slug() + "/results/"
				+ this.tokens.write(new LinkToken.Receipt(id, identified)) + "?lang=" + wording.language());
	}

}
