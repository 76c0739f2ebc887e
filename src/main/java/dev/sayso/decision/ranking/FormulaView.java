package dev.sayso.decision.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A formula while it is written, ready to be drawn.
 *
 * @param blank whether there is nothing yet
 * @param personal whether it reads who somebody is
 * @param notes what does not keep it from ranking, but should be thought about
 * @param rows what it gives for each of the people; none while it cannot be read
 * @param people the ids of those it is tried on
 * @param names what it may read
 */
public record FormulaView(boolean blank, boolean personal, List<Wrong> wrong, List<String> notes, List<Row> rows,
		List<String> people, List<Group> names) {

	/**
	 * Something that is wrong with it.
	 *
	 * @param line from 1; 0 where it is not known
	 * @param column from 1
	 * @param at the line, with the place marked; null where it is not known
	 */
	public record Wrong(String text, int line, int column, @Nullable FaultyLine at) {
	}

	/**
	 * What it gives for one person.
	 *
	 * @param href to their trace
	 * @param values the best first, what is left out at the end
	 * @param more how many offers there are besides
	 */
	public record Row(String name, String href, List<Value> values, int more) {
	}

	/**
	 * What it gives for an offer.
	 *
	 * @param number what it ranks by; empty where it does not rank
	 * @param detail why it is so, where the formula alone does not say it; else empty
	 * @param first whether it goes first
	 */
	public record Value(String offer, String number, String detail, boolean first) {
	}

	/** Names that belong together. */
	public record Group(String title, List<Name> names) {
	}

	/**
	 * Something that it may read.
	 *
	 * @param written as it is put in
	 * @param type what kind of value it is
	 * @param known of whom, or on what, there is a value
	 */
	public record Name(String written, String label, String type, String known) {
	}

}
