package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ReachLimit;
import dev.sayso.contact.MarketingAction;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;

/**
 * A query about profiles {@code p} that counts what a policy does. What holds of each is
 * worked out once, in an inner query that the planner must not take apart.
 */
final class EffectQuery {

	/** Where the counts of the first channel stand, and how many each has. */
	private static final int FIRST = 3;

	private static final int EACH = 3;

	private final List<Channel> channels;

	private final List<MarketingAction> actions;

	private final PolicySql sql;

	private final @Nullable PolicyContent before;

	private final PolicyContent after;

	/** What was said in SQL already, so that its values are bound once. */
	private final Map<Object, String> said = new HashMap<>();

	private final Map<String, String> columns = new LinkedHashMap<>();

	private final List<String> counts = new ArrayList<>();

	private final List<PairColumns> pairs = new ArrayList<>();

	/**
	 * @param actions all that are known
	 * @param before what is in force of it; null for nothing
	 */
	EffectQuery(List<Channel> channels, List<MarketingAction> actions, PolicySql sql, @Nullable PolicyContent before,
			PolicyContent after) {
		this.channels = channels;
		this.actions = actions;
		this.sql = sql;
		this.before = before;
		this.after = after;
	}

	/** Another policy in force, or about to be. */
	record Other(String slug, String name, int number, PolicyContent content) {

	}

	/**
	 * Where the counts of a pair stand.
	 *
	 * @param people the column of those for whom both bind on some channel
	 * @param each by channel the columns of those for whom both bind, each followed by
	 * that of those who are left
	 */
	private record PairColumns(Other other, int people, Map<Channel, List<Integer>> each) {

		Optional<PolicyEffect.Pair> read(List<Long> counted) {
			if (counted.get(this.people) == 0) {
				return Optional.empty();
			}
			for (Map.Entry<Channel, List<Integer>> on : this.each.entrySet()) {
				for (int column : on.getValue()) {
					if (counted.get(column) > 0 && counted.get(column + 1) == 0) {
						return Optional.of(pair(counted.get(column), on.getKey()));
					}
				}
			}
			return Optional.of(pair(counted.get(this.people), null));
		}

		private PolicyEffect.Pair pair(long people, @Nullable Channel on) {
			return new PolicyEffect.Pair(this.other.slug(), this.other.name(), this.other.number(), people, on);
		}

	}

	/** Whether somebody moves, by channel, as SQL about the profile itself. */
	List<String> moved(boolean in) {
		return this.channels.stream().map((channel) -> {
			String was = leftOut(this.before, channel);
			String is = leftOut(this.after, channel);
			return was.equals(is) ? ReachLimit.NOBODY : in ? butNot(was, is) : butNot(is, was);
		}).toList();
	}

	/** The whole query, with what others do to the same people. */
	String text(List<Other> others) {
		List<String> left = new ArrayList<>();
		List<String> more = new ArrayList<>();
		List<String> fewer = new ArrayList<>();
		List<String> each = new ArrayList<>();
		for (Channel channel : this.channels) {
			String was = column(leftOut(this.before, channel));
			String is = column(leftOut(this.after, channel));
			left.add(is);
			if (!was.equals(is)) {
				more.add(butNot(is, was));
				fewer.add(butNot(was, is));
			}
			each.addAll(List.of(column(bound(channel)), was, is));
		}
		this.counts.addAll(List.of(PolicySql.any(left), PolicySql.any(more), PolicySql.any(fewer)));
		this.counts.addAll(each);
		others.forEach(this::pair);
		List<String> inner = new ArrayList<>();
		this.columns.forEach((holds, name) -> inner.add(holds + " as " + name));
		List<String> outer = this.counts.stream().map((holds) -> "count(case when " + holds + " then 1 end)").toList();
		return "select " + String.join(", ", outer) + " from (select "
				+ (inner.isEmpty() ? "p.id" : String.join(", ", inner)) + " from profile p offset 0 rows) people";
	}

	/** How many columns the query has. */
	int size() {
		return this.counts.size();
	}

	PolicyEffect read(List<Long> counted, double seconds) {
		List<PolicyEffect.OnChannel> on = new ArrayList<>();
		for (int at = 0; at < this.channels.size(); at++) {
			int column = FIRST + EACH * at;
			on.add(new PolicyEffect.OnChannel(this.channels.get(at), counted.get(column), counted.get(column + 1),
					counted.get(column + 2)));
		}
		return new PolicyEffect(counted.get(0), counted.get(1), counted.get(2), on,
				this.pairs.stream().flatMap((pair) -> pair.read(counted).stream()).toList(), seconds);
	}

	private void pair(Other other) {
		Map<Channel, List<Integer>> each = new LinkedHashMap<>();
		Set<String> both = new LinkedHashSet<>();
		for (Channel channel : this.channels) {
			Set<List<String>> together = new LinkedHashSet<>();
			for (MarketingAction action : this.actions) {
				ResolvedPolicy ours = resolved(this.after, action, channel);
				ResolvedPolicy theirs = resolved(other.content(), action, channel);
				if (ours != null && theirs != null) {
					String bound = binding(ours) + " and " + binding(theirs);
					together.add(List.of("(" + bound + ")",
							"(" + bound + " and " + passing(ours) + " and " + passing(theirs) + ")"));
				}
			}
			together.forEach((sqls) -> {
				String bound = column(addressed(channel, sqls.get(0)));
				each.computeIfAbsent(channel, (key) -> new ArrayList<>()).add(this.counts.size());
				this.counts.add(bound);
				this.counts.add(column(addressed(channel, sqls.get(1))));
				both.add(bound);
			});
		}
		if (!each.isEmpty()) {
			this.pairs.add(new PairColumns(other, this.counts.size(), each));
			this.counts.add(PolicySql.any(List.copyOf(both)));
		}
	}

	private static String butNot(String these, String those) {
		return "(" + these + " and not " + those + ")";
	}

	private String column(String holds) {
		if (holds.equals(ReachLimit.NOBODY)) {
			return holds;
		}
		String name = "h" + this.columns.size();
		String known = this.columns.putIfAbsent(holds, name);
		return (known != null) ? known : name;
	}

	private static String addressed(Channel channel, String holds) {
		return holds.equals(ReachLimit.NOBODY) ? holds
				: "(" + SearchKeys.addressColumn("p", channel) + " is not null and " + holds + ")";
	}

	private @Nullable ResolvedPolicy resolved(@Nullable PolicyContent content, MarketingAction action,
			Channel channel) {
		return (content != null && action.isFor(channel))
				? ResolvedPolicy.of(content, action.key(), channel).orElse(null) : null;
	}

	private List<ResolvedPolicy> resolved(@Nullable PolicyContent content, Channel channel) {
		Set<ResolvedPolicy> all = new LinkedHashSet<>();
		for (MarketingAction action : this.actions) {
			ResolvedPolicy policy = resolved(content, action, channel);
			if (policy != null) {
				all.add(policy);
			}
		}
		return List.copyOf(all);
	}

	private String leftOut(@Nullable PolicyContent content, Channel channel) {
		return addressed(channel,
				PolicySql.any(resolved(content, channel).stream()
					.map((policy) -> say(policy, () -> this.sql.against(policy)))
					.toList()));
	}

	private String bound(Channel channel) {
		return addressed(channel, PolicySql.any(resolved(this.after, channel).stream().map(this::binding).toList()));
	}

	private String binding(ResolvedPolicy policy) {
		return say(List.of("when", policy.when()), () -> this.sql.binding(policy));
	}

	private String passing(ResolvedPolicy policy) {
		return say(List.of("only", policy.only()), () -> this.sql.passing(policy));
	}

	private String say(Object what, Supplier<String> sql) {
		String known = this.said.get(what);
		if (known == null) {
			known = sql.get();
			this.said.put(what, known);
		}
		return known;
	}

}
