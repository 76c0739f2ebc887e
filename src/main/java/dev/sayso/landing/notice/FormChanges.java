package dev.sayso.landing.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.visit.FormDetails;
import dev.sayso.landing.visit.UndoSubmission;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.LowDiskException;

/**
 * What forms by personal links changed of a person's say and details, and how all of it
 * is undone.
 */
@Component
class FormChanges {

	private final Submissions submissions;

	private final ChangedDetails details;

	private final LandingPages pages;

	private final PublishedPages published;

	private final UndoSubmission undoSubmission;

	private final Clock clock;

	FormChanges(Submissions submissions, ChangedDetails details, LandingPages pages, PublishedPages published,
			UndoSubmission undoSubmission, Clock clock) {
		this.submissions = submissions;
		this.details = details;
		this.pages = pages;
		this.published = published;
		this.undoSubmission = undoSubmission;
		this.clock = clock;
	}

	/**
	 * The changes of one form.
	 *
	 * @param entries what it changed of the say, and was not undone
	 * @param details what it changed of details and attributes, and was not undone
	 * @param isUndoable whether anything is left to undo
	 * @param isUndone whether all was undone that could be
	 */
	record Undoable(Submission submission, PublishedPage page, List<LedgerEntry> entries,
			Map<String, ChangedDetails.Change> details, boolean isUndoable, boolean isUndone) {

		ProfileId profile() {
			return Objects.requireNonNull(this.submission.profile());
		}

	}

	/**
	 * Empty where the form was not by a personal link, or its person is gone. Where links
	 * were renewed since it only takes back what opened something.
	 * @param which of the changes of the say
	 */
	Optional<Undoable> find(UUID id, Predicate<LedgerEntry> which) {
		Predicate<LedgerEntry> shown = this.submissions.findUnlessRenewed(id).isPresent() ? which
				: which.and(TellChanges::opens);
		return this.submissions.find(id)
			.filter((submission) -> submission.identified() && submission.profile() != null)
			.flatMap((submission) -> this.pages.findById(submission.page())
				.map(LandingPage::slug)
				.flatMap((slug) -> this.published.find(slug, submission.pageVersion()))
				.map((page) -> read(submission, page, shown)));
	}

	/**
	 * Of each change is known for itself whether it was undone: what one recipient of a
	 * mail undoes leaves the other's undo what it does not reach.
	 */
	private Undoable read(Submission submission, PublishedPage page, Predicate<LedgerEntry> which) {
		List<UndoSubmission.Change> theirs = this.undoSubmission.changes(submission)
			.stream()
			.filter((change) -> which.test(change.entry()))
			.toList();
		List<LedgerEntry> entries = theirs.stream()
			.filter((change) -> !change.undone())
			.map(UndoSubmission.Change::entry)
			.toList();
		Map<String, ChangedDetails.Change> changed = this.details.find(submission.id());
		boolean left = !changed.isEmpty() || theirs.stream().anyMatch(UndoSubmission.Change::stands);
		boolean undone = theirs.stream().anyMatch(UndoSubmission.Change::undone)
				|| this.details.isUndone(submission.id());
		return new Undoable(submission, page, entries, changed, left && submission.isRecent(this.clock.instant()),
				undone && !left);
	}

	/**
	 * Undoes what nobody changed since: says as the page's own undo does, and then
	 * details, which wait to be undone where there is hardly any room.
	 */
	void undo(Undoable changes, VisitorRequest request) {
		List<UUID> which = changes.entries().stream().map(LedgerEntry::id).toList();
		Submission submission = changes.submission();
		this.undoSubmission.undo(changes.page(), new LinkToken.Receipt(submission.id(), true),
				(change) -> which.contains(change.id()), request);
		if (!changes.details().isEmpty()) {
			try {
				this.details.undo(submission.id(), changes.profile(), FormDetails.by(changes.page()));
			}
			catch (LowDiskException ex) {
				return;
			}
		}
		if (!read(submission, changes.page(), (change) -> true).isUndoable()) {
			this.submissions.undone(submission.id(), this.clock.instant());
		}
	}

}
