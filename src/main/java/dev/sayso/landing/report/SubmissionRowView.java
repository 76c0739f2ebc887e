package dev.sayso.landing.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordPause;
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
	 * What it changed: {@code label} is a message key, {@code look} the class of the
	 * chip.
	 */
	record Change(String label, String choice, String look, String icon) {
	}

	static SubmissionRowView of(Submission submission, @Nullable Profile profile, List<LedgerEntry> entries) {
		String reached = submission.identified()
				? (submission.automatic() ? "submission.reached.opened" : "submission.reached.personal")
				: "submission.reached.public";
		return new SubmissionRowView(submission.at(), submission.pageVersion(),
				(profile != null) ? profile.id().toString() : null, (profile != null) ? profile.name() : null, reached,
				entries.stream().map(SubmissionRowView::change).toList(), submission.content().fields().size(),
				submission.undoneAt() != null);
	}

	private static Change change(LedgerEntry entry) {
		if (Pause.subject(entry.purpose()).isPresent()) {
			boolean ended = entry.after().equals(RecordPause.ENDED);
			return new Change("purpose." + entry.purpose(), "pause.state." + (ended ? "ended" : "paused"),
					ended ? "dash" : "wait", ended ? "minus" : "player-pause");
		}
		boolean marketing = Purpose.of(entry.purpose()).filter(Purpose::isMarketing).isPresent();
		String label = marketing ? "channel." + entry.purpose().replace("marketing.", "")
				: "purpose." + entry.purpose();
		return switch (entry.after()) {
			case "y" -> new Change(label, "submission.yes", "yes", "check");
			case "n" -> new Change(label, "submission.no", "no", "ban");
			case "p" -> new Change(label, "submission.waits", "wait", "clock");
			default -> new Change(label, "submission.open", "dash", "minus");
		};
	}

}
