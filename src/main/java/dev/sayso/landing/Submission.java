package dev.sayso.landing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * One accepted form of a public page.
 *
 * @param opening which form of which opening of the page it is
 * @param profile null for somebody nobody could find
 * @param maker the number of who made the personal link; 0 where there was none
 * @param generation that of the personal link; 0 where there was none
 * @param automatic whether the page sent it by itself
 */
public record Submission(UUID id, UUID page, int pageVersion, Opening opening, @Nullable ProfileId profile,
		boolean identified, int maker, int generation, boolean automatic, String language, Instant at, Content content,
		@Nullable Instant undoneAt) {

	/** How long it may be undone. */
	static final Duration UNDO = Duration.ofDays(30);

	/**
	 * A form of one opening of a page. A browser shows a page again as it was, so one
	 * opening can bring several forms.
	 *
	 * @param number counts the forms of an opening, from 1
	 * @param fingerprint the same for forms that say the same; null where only the noes
	 * of a form were taken, so that nothing joins it
	 */
	public record Opening(UUID id, int number, @Nullable String fingerprint) {
	}

	/**
	 * @param ticked the boxes, by their names in the form
	 * @param fields the fields that were filled in; none where nobody is kept whom they
	 * are about
	 * @param reached of a visitor's form the channels of the addresses in it
	 */
	public record Content(List<String> ticked, Map<String, String> fields, Set<Channel> reached) {

		public Content {
			reached = Objects.requireNonNullElse(reached, Set.of());
		}

	}

	/**
	 * Somebody nobody identified asked for something that waits to be confirmed;
	 * published in the transaction of their form.
	 *
	 * @param submission its id
	 * @param email the address that they typed
	 * @param optIns what they asked for, as the ledger calls it
	 */
	public record OptInsAsked(PublishedPage page, UUID submission, ProfileId profile, String email, String language,
			List<String> optIns) {

	}

	/**
	 * Somebody changed something by their personal link; published in the transaction of
	 * their form.
	 *
	 * @param submission its id
	 * @param before who they were before it
	 * @param attributes what was known of the attributes that the page asks about
	 * @param edited whether their details or attributes were changed
	 * @param opens whether it says more than no, so that it may have opened contact
	 */
	public record ChoicesChanged(PublishedPage page, UUID submission, Profile before, Map<String, Object> attributes,
			String language, boolean edited, boolean opens) {

	}

	public boolean mayBeUndone(Instant now) {
		return this.undoneAt == null && isRecent(now);
	}

	/** Whether the time in which it may be undone is not over. */
	public boolean isRecent(Instant now) {
		return this.identified && this.at.plus(UNDO).isAfter(now);
	}

}
