package dev.sayso.audience;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.PeopleCounter.Size;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * What a condition comes to: how many, how many of them may be contacted, and who they
 * are.
 *
 * @param size null where the condition cannot be asked
 * @param channel on which contact is asked
 * @param people some of them
 * @param next where to look for others
 * @param asked whom somebody asked about
 */
record AudiencePreviewView(@Nullable Size size, Size everybody, Channel channel, List<Channel> channels,
		@Nullable Size contactable, List<Row> people, int next, @Nullable Asked asked) {

	/** One of them. */
	record Row(String id, String name, String place, Verdict.State state) {

	}

	/**
	 * Whom somebody asked about.
	 *
	 * @param typed what was typed
	 * @param found who was found by it; more than one where it was not clear
	 * @param meant whether the one is in it
	 * @param lines why, part by part
	 */
	record Asked(String typed, List<Row> found, boolean meant, List<Why> lines) {

	}

	/**
	 * A part of the condition and how the person stands to it.
	 *
	 * @param depth how far it is indented
	 * @param sentence the comparison, or the word of a group
	 * @param known what is known of the person there
	 */
	record Why(int depth, boolean holds, boolean group, String sentence, @Nullable String known) {

	}

	/**
	 * The share of everybody in per cent, with one digit; null where it is not known.
	 */
	public @Nullable Double share() {
		return new PeopleCount(this.size, this.everybody).share();
	}

	/**
	 * How far the bar of those who may be contacted goes, 0 to 100.
	 */
	public long bar() {
		return (this.size == null || this.contactable == null || this.size.people() <= 0) ? 0
				: Math.min(100, Math.round(100.0 * Math.max(0, this.contactable.people()) / this.size.people()));
	}

}
