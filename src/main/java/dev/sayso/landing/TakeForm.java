package dev.sayso.landing;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.profile.Details;
import dev.sayso.shared.Ids;

/**
 * Takes what was sent from a page and answers: with the result, with the form and what is
 * wrong with it, or with why nothing is taken at all.
 */
@Component
class TakeForm {

	private final SubmitPage bySubject;

	private final SubmitAsVisitor byVisitor;

	private final EditedDetails details;

	private final Submissions submissions;

	private final OpenPage open;

	private final Sentences sentences;

	private final VisitorLimits limits;

	private final UnhurriedForm hurry;

	private final LinkToken tokens;

	TakeForm(SubmitPage bySubject, SubmitAsVisitor byVisitor, EditedDetails details, Submissions submissions,
			OpenPage open, Sentences sentences, VisitorLimits limits, UnhurriedForm hurry, LinkToken tokens) {
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
	ResponseEntity<String> person(Edition edition, Person person, String path, Posted posted, Visit visit) {
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		Wording wording = OpenPage.wording(edition, person, visit);
		try {
			UUID id = once(edition, posted, person,
					(form) -> this.bySubject.submit(edition, wording, person, form, visit));
			return result(edition, id, true, wording);
		}
		catch (Faults ex) {
			return this.open.faulty(edition, person, path, visit, posted, ex);
		}
	}

	/**
	 * What came from somebody nobody identified. Who fell into the trap is told: a
	 * browser that fills in forms may have done it for them.
	 */
	ResponseEntity<String> visitor(Edition edition, String path, Posted posted, Visit visit) {
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		long wait = this.limits.fromNetwork(VisitorLimits.network(visit.remote()));
		if (wait > 0) {
			return this.sentences.busy(edition, visit, wait);
		}
		Wording wording = OpenPage.wording(edition, null, visit);
		try {
			if (posted.trapped()) {
				throw Faults.whole("public.fault.trap");
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
		catch (Faults ex) {
			return this.open.faulty(edition, null, path, visit, posted, ex);
		}
	}

	/**
	 * The same opening sent again joins the first; somebody else's opening is none.
	 */
	private UUID once(Edition edition, Posted posted, @Nullable Person person, Function<Posted, UUID> submit) {
		try {
			return submit.apply(posted);
		}
		catch (DuplicateKeyException ex) {
			Submission first = this.submissions.ofOpening(edition.page(), posted.opening()).orElseThrow(() -> ex);
			boolean same = (person == null) ? !first.identified() : person.profile().id().equals(first.profile());
			return (same && first.identified() == (person != null)) ? first.id() : submit.apply(posted.reopened());
		}
	}

	private ResponseEntity<String> result(Edition edition, UUID id, boolean identified, Wording wording) {
		return Answer.go("/p/" + edition.slug() + "/results/" + this.tokens.write(new LinkToken.Receipt(id, identified))
				+ "?lang=" + wording.language());
	}

}
