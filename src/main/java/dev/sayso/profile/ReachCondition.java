package dev.sayso.profile;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Purpose;
import dev.sayso.shared.Channel;

/**
 * How a channel stands with the person {@code p} of a query, as the verdict sees it:
 * addresses, explicit says, the noes of those who share the address, the default.
 */
record ReachCondition(Channel channel, Defaults defaults) {

	private static final String ALLOWING = "('y', 'dy', 'LI')";

	String sql(Reach reach) {
		return switch (reach) {
			case MAY -> addressed() + " and " + notBlocked() + " and " + choice() + " in " + ALLOWING;
			case NO -> "(" + said("c.choice = 'n'") + " or " + saidByTwin() + " or " + addressed() + " and " + choice()
					+ " not in ('y', 'dy', 'LI', 'p'))";
			case WAIT -> addressed() + " and " + notBlocked() + " and " + choice() + " = 'p'";
			case MISSING -> address("p") + " is null and not " + said("c.choice = 'n'");
			case UNSAID -> "not " + said("c.choice <> 'u'");
		};
	}

	/**
	 * The column of the address a channel uses.
	 */
	String address(String table) {
		return table + "." + switch (this.channel) {
			case EMAIL -> "email_key";
			case SMS, WHATS_APP -> "mobile";
			case CALL -> "call_key";
			case POSTAL_MAIL -> "post_key";
			case PUSH -> "push_token";
			case FAX -> "fax";
		};
	}

	private String addressed() {
		return address("p") + " is not null";
	}

	private String notBlocked() {
		return "not " + said("c.choice = 'n'") + " and not " + saidByTwin();
	}

	private String purposes() {
		return "('" + Purpose.MARKETING_ANY.key() + "', '" + Purpose.marketing(this.channel).key() + "')";
	}

	private String said(String what) {
		return "exists (select 1 from consent c where c.profile_id = p.id and c.purpose in " + purposes() + " and "
				+ what + ")";
	}

	private String saidByTwin() {
		return "exists (select 1 from profile t join consent c on c.profile_id = t.id where " + address("t") + " = "
				+ address("p") + " and t.id <> p.id and c.purpose in " + purposes() + " and c.choice = 'n')";
	}

	/**
	 * The channel's own say, else that of any channel, else what the default comes to.
	 */
	private String choice() {
		Choice otherwise = this.defaults.choice(Purpose.marketing(this.channel));
		String fallback = otherwise.allows(Purpose.marketing(this.channel)) ? "y" : "dn";
		return "coalesce(" + row(Purpose.marketing(this.channel)) + ", " + row(Purpose.MARKETING_ANY) + ", '" + fallback
				+ "')";
	}

	private static String row(Purpose purpose) {
		return "(select c.choice from consent c where c.profile_id = p.id and c.purpose = '" + purpose.key()
				+ "' and c.choice <> 'u')";
	}

}
