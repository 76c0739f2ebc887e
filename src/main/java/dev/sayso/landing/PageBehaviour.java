package dev.sayso.landing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How a page acts.
 *
 * @param askFirst a denylist page: whether a button is asked for instead of stopping
 * contact by being opened
 * @param refusesKnown an acquisition page: whether somebody nobody identified who types
 * the address of a known person is only recorded where they say no
 * @param from when it opens, in the time zone; null for at once
 * @param to when it closes; null for never
 * @param redirect where its readers go when it is closed; empty for its own text
 * @param service of a page that subscribes or unsubscribes: the key of the service; empty
 * where the link names it
 * @param mails what is told by mail
 * @param thankYou where whoever sent a form goes on
 */
public record PageBehaviour(boolean askFirst, boolean refusesKnown, @Nullable LocalDateTime from,
		@Nullable LocalDateTime to, String timeZone, String redirect, String service, Mails mails, ThankYou thankYou) {

	/**
	 * What a page tells by mail.
	 *
	 * @param confirm whether an opt-in of somebody nobody identified is confirmed through
	 * a mail to their address
	 * @param stop whether a stop by a personal link is told to the person, once
	 */
	public record Mails(boolean confirm, boolean stop) {

		public static final Mails NONE = new Mails(false, false);

	}

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

			/**
			 * As histories tell of it: the key of a page, or an address; empty for words.
			 */
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

	public PageBehaviour {
		timeZone = (timeZone != null && !timeZone.isBlank()) ? timeZone : "UTC";
		redirect = Objects.requireNonNullElse(redirect, "");
		service = Objects.requireNonNullElse(service, "");
		mails = Objects.requireNonNullElse(mails, Mails.NONE);
		thankYou = Objects.requireNonNullElse(thankYou, ThankYou.OWN_WORDS);
	}

	public PageBehaviour(boolean askFirst, boolean refusesKnown, @Nullable LocalDateTime from,
			@Nullable LocalDateTime to, String timeZone, String redirect, String service, Mails mails) {
		this(askFirst, refusesKnown, from, to, timeZone, redirect, service, mails, ThankYou.OWN_WORDS);
	}

	public PageBehaviour(boolean askFirst, boolean refusesKnown, @Nullable LocalDateTime from,
			@Nullable LocalDateTime to, String timeZone, String redirect, String service) {
		this(askFirst, refusesKnown, from, to, timeZone, redirect, service, Mails.NONE);
	}

	public static PageBehaviour in(ZoneId zone) {
		return new PageBehaviour(false, false, null, null, zone.getId().replace("Etc/", ""), "", "");
	}

	/** The same, asking before it stops contact. */
	public PageBehaviour asking() {
		return new PageBehaviour(true, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				this.service, this.mails, this.thankYou);
	}

	public PageBehaviour withService(String key) {
		return new PageBehaviour(this.askFirst, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				key, this.mails, this.thankYou);
	}

	public PageBehaviour withMails(Mails told) {
		return new PageBehaviour(this.askFirst, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				this.service, told, this.thankYou);
	}

	public PageBehaviour withThankYou(ThankYou other) {
		return new PageBehaviour(this.askFirst, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				this.service, this.mails, other);
	}

	@Nullable public Instant opensAt() {
		return (this.from != null) ? this.from.atZone(ZoneId.of(this.timeZone)).toInstant() : null;
	}

	@Nullable public Instant closesAt() {
		return (this.to != null) ? this.to.atZone(ZoneId.of(this.timeZone)).toInstant() : null;
	}

}
