package dev.sayso.audience;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.PeopleCounter.Size;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * The preview of a condition: its size, how many of them may be contacted, and a sample.
 *
 * @param size null where the condition is broken
 * @param channel the channel of the contact status
 * @param next the bucket of the next sample
 * @param explanation null where nobody was searched for
 */
record AudiencePreview(@Nullable Size size, Size everybody, Channel channel, List<Channel> channels,
		@Nullable Size contactable, List<Row> people, int next, @Nullable Explanation explanation) {

	record Row(String id, String name, String place, Verdict.State state) {

	}

	/**
	 * Why a person is a member or not.
	 *
	 * @param candidates the people found; one where the search was clear
	 * @param member whether the only candidate is a member
	 * @param lines the reasons, part by part of the condition
	 */
	record Explanation(String search, List<Row> candidates, boolean member, List<Line> lines) {

	}

	/**
	 * A part of the condition, evaluated for the person.
	 *
	 * @param depth the indentation
	 * @param sentence the comparison, or the quantifier of a group
	 */
	record Line(int depth, boolean holds, boolean group, String sentence, @Nullable String known) {

	}

	/**
	 * The share of everybody in per cent, with one digit; null where it is not known.
	 */
	public @Nullable Double share() {
		return new ConditionSize(this.size, this.everybody).share();
	}

	public long bar() {
		return (this.size == null || this.contactable == null || this.size.people() <= 0) ? 0
				: Math.min(100, Math.round(100.0 * Math.max(0, this.contactable.people()) / this.size.people()));
	}

}
