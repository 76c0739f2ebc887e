package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who would get what of a draft, ready to be drawn.
 *
 * @param people of how many, as a sentence
 * @param exact how far the exact figure is; null where there is no other
 */
record ReachView(String people, @Nullable Exact exact, List<InScope> scopes) {

	/**
	 * How far the exact figure is.
	 *
	 * @param countedAt when it was counted; null while it is
	 * @param percent how much of it is
	 * @param look the number of the next look
	 * @param pause until then, in seconds
	 */
	record Exact(@Nullable Instant countedAt, long percent, int look, int pause) {

		/** The pause grows to this, in seconds. */
		private static final int LONGEST = 30;

		/**
		 * What stands beside numbers: those of a sample are followed by it in any case.
		 */
		static Exact beside(ReachCount.Reach reach, ReachFigure figure) {
			Exact exact = of(figure, 0);
			return reach.result().sampled() ? new Exact(null, exact.percent(), exact.look(), exact.pause()) : exact;
		}

		static Exact of(ReachFigure figure, int looked) {
			return new Exact(figure.countedAt(), figure.percent(), Math.min(looked, LONGEST) + 1,
					Math.min(LONGEST, 2 + looked));
		}

	}

	/**
	 * One placement.
	 *
	 * @param placement its key
	 * @param offered those who get an offer
	 * @param gets what they get, the most first
	 * @param rest the offers that have no part of their own
	 * @param nobody how many get an offer that is in neither, in words
	 * @param falls how many get the fallback, or nothing where there is none
	 * @param floor whether there is a fallback
	 * @param why what stood between those and the offer they came nearest to
	 */
	record InScope(String placement, String name, Share offered, List<Share> gets, List<Share> rest, String nobody,
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
	 * @param href to the list of them; null where there is nobody
	 */
	record Share(String offer, int mark, String name, String number, String people, double from, double width,
			@Nullable String href) {
	}

}
