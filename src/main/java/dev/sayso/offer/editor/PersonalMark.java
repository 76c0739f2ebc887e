package dev.sayso.offer.editor;

import java.util.List;

/**
 * Whether an offer is personalized, as its page says it.
 *
 * @param reads what its texts read of a person, as people call it
 * @param refusers how many people have not consented to personalization; -1 where that
 * was not counted in time
 * @param href the list of them
 */
record PersonalMark(boolean personal, List<String> reads, long refusers, String href) {

	static final PersonalMark NONE = new PersonalMark(false, List.of(), 0, "");

}
