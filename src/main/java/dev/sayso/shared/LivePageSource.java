package dev.sayso.shared;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The public pages that are live, for the first page of the console; the landing room
 * answers.
 */
public interface LivePageSource {

	List<LivePage> live();

	/**
	 * @param kind message key of its kind
	 * @param draft the version a draft would become; null where there is none
	 * @param submissions how many there were in the last 30 days
	 * @param until when it ends; null for never
	 */
	record LivePage(String name, String href, String kind, int version, @Nullable Integer draft, long submissions,
			@Nullable Instant until) {

	}

}
