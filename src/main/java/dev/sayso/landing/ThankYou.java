package dev.sayso.landing;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Where whoever sent a form goes on: the way of the first rule whose condition holds,
 * else the usual one.
 */
public record ThankYou(Way usual, List<Rule> rules) {

	public static final ThankYou OWN_WORDS = new ThankYou(Way.OWN_WORDS, List.of());

	/** So many rules a page can have. */
	public static final int MOST = 20;

	public ThankYou {
		usual = Objects.requireNonNullElse(usual, Way.OWN_WORDS);
		rules = (rules != null) ? List.copyOf(rules) : List.of();
	}

	/**
	 * One way to go on: the page's own words where it names neither.
	 *
	 * @param page the key of another page; empty for none
	 * @param address on the web, https; empty for none
	 */
	public record Way(String page, String address) {

		public static final Way OWN_WORDS = new Way("", "");

		public Way {
			page = Objects.requireNonNullElse(page, "");
			address = Objects.requireNonNullElse(address, "");
		}

		/** As histories tell of it: the key of a page, or an address; empty for words. */
		@Override
		public String toString() {
			return this.page.isEmpty() ? this.address : this.page;
		}

	}

	/**
	 * A way for those for whom a condition holds.
	 *
	 * @param condition as JSON
	 */
	public record Rule(String condition, Way way) {

	}

	/** The ways by number: 0 is the usual one, the rules follow in their order. */
	public Way way(int number) {
		return (number > 0 && number <= this.rules.size()) ? this.rules.get(number - 1).way() : this.usual;
	}

	public List<Way> ways() {
		return IntStream.rangeClosed(0, this.rules.size()).mapToObj(this::way).toList();
	}

	public ThankYou withUsual(Way other) {
		return new ThankYou(other, this.rules);
	}

	public ThankYou withRules(List<Rule> others) {
		return new ThankYou(this.usual, others);
	}

}
