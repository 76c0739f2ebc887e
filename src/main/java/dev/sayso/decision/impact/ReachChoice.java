package dev.sayso.decision.impact;

import java.util.Set;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the people one looks at, as an address has it.
 *
 * @param gets the key of an offer, or one of those here; empty for whatever
 * @param why the name of a reason; empty for whichever
 */
record ReachChoice(String gets, String why) {

	/** Any offer. */
	static final String OFFER = ":offer";

	/** Offers that have no part of their own in the picture. */
	static final String OTHERS = ":others";

	/** What shows when nothing else may, or nothing. */
	static final String FALLBACK = ":fallback";

	/**
	 * Whether somebody who gets this is among them.
	 * @param named the offers that have a part of their own
	 */
	boolean has(ReachAnswer answer, Set<String> named) {
		boolean reason = this.why.isEmpty() || answer.reason().name().equals(this.why);
		return reason && switch (this.gets) {
			case "" -> true;
			case OFFER -> answer.isPicked();
			case FALLBACK -> !answer.isPicked();
			case OTHERS -> answer.isPicked() && !named.containsAll(answer.offers());
			default -> answer.isPicked() && answer.offers().contains(this.gets);
		};
	}

	String href(String decision, String placement) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/decisions/" + decision + "/draft/reach/people")
			.queryParam("placement", placement);
		if (!this.gets.isEmpty()) {
			uri.queryParam("gets", this.gets);
		}
		if (!this.why.isEmpty()) {
			uri.queryParam("why", this.why);
		}
		return uri.build().toUriString();
	}

}
