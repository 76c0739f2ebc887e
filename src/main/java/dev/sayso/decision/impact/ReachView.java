package dev.sayso.decision.impact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who would get what of a draft, ready to be drawn.
 *
 * @param people of how many, as a sentence
 */
record ReachView(String people, List<InScope> scopes) {

	/**
	 * One placement.
	 *
	 * @param placement its key
	 * @param offered how many get an offer
	 * @param gets what they get, the most first
	 * @param rest the offers that have no part of their own
	 * @param nobody how many get an offer that is in neither, in words
	 * @param falls how many get the fallback, or nothing where there is none
	 * @param floor whether there is a fallback
	 * @param why what stood between those and the offer they came nearest to
	 */
	record InScope(String placement, String name, String offered, List<Share> gets, List<Share> rest, String nobody,
			Share falls, boolean floor, List<Share> why) {
	}

	/**
	 * Some of the people.
	 *
	 * @param offer the key of what they get; empty where it is not one offer
	 * @param mark what it is told apart by, from 1; 0 for the fallback
	 * @param name of what they get, or why
	 * @param number how many, with its margin where only a sample was asked
	 * @param people the same in words
	 * @param from where its part of the bar begins, in percent
	 * @param width of its part, in percent
	 * @param href to one of them, and what they get; null where nobody is known
	 */
	record Share(String offer, int mark, String name, String number, String people, double from, double width,
			@Nullable String href) {
	}

}
