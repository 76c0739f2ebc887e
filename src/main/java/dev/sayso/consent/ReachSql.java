package dev.sayso.consent;

import java.util.List;
import java.util.stream.Collectors;

import dev.sayso.condition.SqlBindings;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;

/**
 * The reach of a channel for the person {@code p} of a query, as the verdict sees it:
 * addresses, explicit says, the noes of those who share the address, the default, pauses,
 * and what else stands against it.
 *
 * @param barred holds of those whom other rooms have something against
 * @param now the parameter of the query that holds the time
 */
public record ReachSql(Channel channel, ConsentDefaults defaults, String barred, String now) {

	/** At the time of a query, with all that others have against it. */
	public static ReachSql of(Channel channel, ConsentDefaults defaults, List<ReachLimit> limits, SqlBindings values) {
		String barred = limits.stream()
			.map((limit) -> limit.against(channel, defaults, values))
			.filter((sql) -> !sql.equals(ReachLimit.NOBODY))
			.collect(Collectors.joining(" or ", "(", ")"));
		return new ReachSql(channel, defaults, barred.equals("()") ? ReachLimit.NOBODY : barred, values.now());
	}

	public String may() {
		return "(" + allowedOn() + " and not " + paused() + ")";
	}

	/** Nothing but a pause stands against contact. */
	public String pausing() {
		return "(" + allowedOn() + " and " + paused() + ")";
	}

	public String no() {
		return "(" + refused() + " or " + saidBySharer() + " or " + suppressed() + " or " + addressed() + " and ("
				+ this.barred + " or not (" + allowed() + ") and not " + pending() + "))";
	}

	public String waiting() {
		return "(" + addressed() + " and not " + refused() + " and not " + saidBySharer() + " and not " + suppressed()
				+ " and not " + this.barred + " and " + pending() + ")";
	}

	public String missing() {
		return "(" + address("p") + " is null and not " + refused() + ")";
	}

	private String allowedOn() {
		return addressed() + " and not " + saidBySharer() + " and not " + suppressed() + " and not " + this.barred
				+ " and " + allowed();
	}

	private String paused() {
		return "exists (select 1 from pause w where w.profile_id = p.id and w.ends_at > " + this.now
				+ " and w.purpose in " + keys() + ")";
	}

	private String address(String table) {
		return SearchKeys.addressColumn(table, this.channel);
	}

	private String addressed() {
		return address("p") + " is not null";
	}

	private String allowed() {
		return ConsentSql.of(own(), this.defaults);
	}

	private String refused() {
		return said(keys(), "c.choice = 'n'");
	}

	/** The own word waits, or that on any channel where there is no own one. */
	private String pending() {
		return "(" + said(key(own()), "c.choice = 'p'") + " or " + said(key(Purpose.MARKETING_ANY), "c.choice = 'p'")
				+ " and not " + said(key(own()), "c.choice <> 'u'") + ")";
	}

	private String saidBySharer() {
		return "exists (select 1 from profile t join consent c on c.profile_id = t.id where " + address("t") + " = "
				+ address("p") + " and t.id <> p.id and c.purpose in " + keys() + " and c.choice = 'n')";
	}

	private String suppressed() {
		return "exists (select 1 from suppressed_profile d join suppression u on u.id = d.suppression_id"
				+ " where d.profile_id = p.id and u.channel = '" + this.channel.key()
				+ "' and (u.ends_at is null or u.ends_at > " + this.now + "))";
	}

	private Purpose own() {
		return Purpose.marketing(this.channel);
	}

	private String keys() {
		return "('" + Purpose.MARKETING_ANY.key() + "', '" + own().key() + "')";
	}

	private static String key(Purpose purpose) {
		return "('" + purpose.key() + "')";
	}

	private static String said(String purposes, String what) {
		return "exists (select 1 from consent c where c.profile_id = p.id and c.purpose in " + purposes + " and " + what
				+ ")";
	}

}
