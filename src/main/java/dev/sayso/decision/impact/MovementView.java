package dev.sayso.decision.impact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who moves from what to what once a draft holds, and what they see of it, ready to be
 * drawn.
 *
 * @param people of how many, as a sentence
 * @param live the number of the version that holds; null where none does
 * @param language the tag of the one in which contents are shown
 */
record MovementView(String people, @Nullable Integer live, int next, List<Language> languages, String language,
		List<InScope> scopes) {

	/**
	 * A language in which something is said.
	 *
	 * @param readers how many read it
	 */
	record Language(String tag, String name, String readers, String href) {
	}

	/**
	 * One placement.
	 *
	 * @param placement its key
	 * @param channel icon of where it shows
	 * @param offered how many get an offer, before and after, as a sentence
	 * @param changed who would get something else, in the order of the ladder
	 * @param kept who would get the same
	 * @param unseen what stands on the ladder and nobody gets
	 * @param folded how many ways there are that are not drawn
	 * @param href where all of them are
	 */
	record InScope(String placement, String name, boolean before, boolean after, String offered, List<Pair> changed,
			List<Pair> kept, List<Side> unseen, int folded, String href) {

		public boolean isNew() {
			return this.after && !this.before;
		}

		public boolean isGone() {
			return this.before && !this.after;
		}

	}

	/**
	 * Those who go the same way.
	 *
	 * @param from null where nothing is shown there now
	 * @param to null where nothing would be
	 * @param behind whether only what comes behind the first offer is another
	 * @param whom whom the criterion is for that holds what they would get; empty for
	 * everybody and the fallback
	 * @param href to one of them; null where nobody is known
	 * @param all to all of them; null where no list holds those and nobody else
	 */
	record Pair(String people, @Nullable Side from, @Nullable Side to, boolean behind, String whom,
			@Nullable String href, @Nullable String all) {
	}

	/**
	 * What somebody gets.
	 *
	 * @param offer its key; empty for nothing
	 * @param mark what it is told apart by, from 1; 0 for none
	 * @param added whether it was on no ladder before
	 * @param frame the address of what is shown; empty where nothing is
	 */
	record Side(String offer, int mark, String name, boolean fallback, boolean added, String frame) {
	}

}
