package dev.sayso.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.Verdict;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Channel;

/**
 * The profiles to export, and the format of the file.
 *
 * @param channel on which contact has to be, or must not be, allowed; null for any
 * @param contactable whether contact has to be allowed; null for both
 * @param links where the link of each person leads that the file carries; null for none
 */
public record ExportRequest(ProfileQuery query, Format format, @Nullable Channel channel, @Nullable Boolean contactable,
		@Nullable String links) {

	public enum Format {

		/** For people and their spreadsheets. */
		CSV,

		/** For programs. */
		PLAIN_CSV,

		NDJSON

	}

	boolean takes(List<Verdict> verdicts) {
		return this.channel == null || this.contactable == null || verdicts.stream()
			.anyMatch((verdict) -> verdict.channel() == this.channel && verdict.allowed() == this.contactable);
	}

}
