package dev.sayso.landing.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ChoiceView;
import dev.sayso.landing.Submission;
import dev.sayso.person.Profile;

/**
 * What somebody sent, ready to show.
 *
 * @param name null where nobody was found
 * @param reached message key of how they came to the page
 * @param fields how many details they filled in
 */
record SubmissionRowView(Instant at, int version, @Nullable String profile, @Nullable String name, String reached,
		List<Change> changes, int fields, boolean undone) {

	/**
	 * What it changed.
	 *
	 * @param label what it is about, as the reader calls it
	 */
	record Change(String label, ChoiceView choice) {
	}

	static SubmissionRowView of(Submission submission, @Nullable Profile profile, List<Change> changes) {
		String reached = submission.identified()
				? (submission.automatic() ? "submission.reached.opened" : "submission.reached.personal")
				: "submission.reached.public";
		return new SubmissionRowView(submission.at(), submission.pageVersion(),
				(profile != null) ? profile.id().toString() : null, (profile != null) ? profile.name() : null, reached,
				changes, submission.content().fields().size(), submission.undoneAt() != null);
	}

}
