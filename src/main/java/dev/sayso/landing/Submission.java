package dev.sayso.landing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * One accepted form of a public page.
 *
 * @param opening names the opening of the page it came from: sending one again joins the
 * first
 * @param profile null for somebody nobody could find
 * @param maker the number of who made the personal link; 0 where there was none
 * @param automatic whether the page sent it by itself
 */
public record Submission(UUID id, UUID page, int pageVersion, UUID opening, @Nullable ProfileId profile,
		boolean identified, int maker, boolean automatic, String language, Instant at, Content content,
		@Nullable Instant undoneAt) {

	/** How long it may be undone. */
	static final Duration UNDO = Duration.ofDays(30);

	/**
	 * What was sent.
	 *
	 * @param ticked the boxes, by their names in the form
	 * @param fields the fields that were filled in
	 */
	public record Content(List<String> ticked, Map<String, String> fields) {
	}

	public boolean mayBeUndone(Instant now) {
		return this.identified && this.undoneAt == null && this.at.plus(UNDO).isAfter(now);
	}

}
