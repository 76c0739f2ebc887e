package dev.sayso.consent.card;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * The card <em>No longer contact</em>, ready to show.
 *
 * @param tried whether a save was tried that did not go through
 * @param stopped whether the noes of that save were taken all the same
 * @param changed whether somebody else changed something in between
 * @param reason why, as it was typed
 */
record DenylistView(List<Row> rows, boolean tried, boolean stopped, boolean changed, String reason,
		@Nullable String fault) {

	/**
	 * @param channel null for any channel
	 * @param shown what a form carries along of how the box was shown
	 * @param unsaved whether the box stands otherwise than the store
	 * @param covered whether the no to any channel covers it
	 * @param no the no that stands; null where none does
	 * @param note what is to be known of the channel besides; a message key
	 * @param lift what lifting the no takes; null where it takes nothing
	 */
	record Row(String key, @Nullable Channel channel, String shown, boolean ticked, boolean unsaved, boolean covered,
			@Nullable No no, boolean changed, @Nullable String note, @Nullable Lift lift) {

		public String id() {
			return id(this.key);
		}

		static String id(String key) {
			return "denylist-" + key;
		}

	}

	record No(Instant since, String by) {

	}

	/**
	 * The small form by which the person's own no is lifted.
	 *
	 * @param open whether it is asked for now
	 * @param own whether it was surely the person, so that evidence is needed
	 * @param faults what is missing, by field
	 */
	record Lift(String key, boolean open, boolean own, EvidenceForm evidence, Map<String, String> faults) {

	}

}
