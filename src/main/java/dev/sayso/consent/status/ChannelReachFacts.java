package dev.sayso.consent.status;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.ConsentSql;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.Verdict.State;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;

@Component
@Order(18)
class ChannelReachFacts implements FactSource {

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final Clock clock;

	private final MessageSource messages;

	ChannelReachFacts(ConsentSettings settings, Verdicts verdicts, Clock clock, MessageSource messages) {
		this.settings = settings;
		this.verdicts = verdicts;
		this.clock = clock;
		this.messages = messages;
	}

	@Override
	public String title() {
		return "fact.group.reach";
	}

	@Override
	public Stream<Fact> offered() {
		List<String> inUse = this.settings.channelsInUse().stream().map((channel) -> "reach." + channel.key()).toList();
		return facts().filter((fact) -> inUse.contains(fact.name()));
	}

	@Override
	public Stream<Fact> facts() {
		ConsentDefaults defaults = this.settings.defaults();
		return Arrays.stream(Channel.values()).map((channel) -> fact(channel, defaults));
	}

	private Fact fact(Channel channel, ConsentDefaults defaults) {
		ReachSql reachSql = new ReachSql(channel, defaults);
		FactSql sql = (test, values) -> anyOf(
				Arrays.stream(State.values()).filter((state) -> test.passes(state.reach())).toList(), reachSql);
		return Fact
			.total("reach." + channel.key(), FactType.CODE,
					new DefaultMessageSourceResolvable(new String[] { "fact.reach" },
							new Object[] {
									new DefaultMessageSourceResolvable("purpose.in.marketing." + channel.key()) }),
					"reach", ContactStatus.class, (person) -> reach(person, channel), sql)
			.oneOf(this::options);
	}

	/** A channel always has one of the reaches, so all of them need no test. */
	private static String anyOf(List<State> some, ReachSql reachSql) {
		return (some.size() == State.values().length) ? "1 = 1"
				: some.stream().map(reachSql::sql).collect(Collectors.joining(" or ", "(", ")"));
	}

	private String reach(PersonFacts person, Channel channel) {
		Question question = new Question(channel, "", this.clock.instant());
		return this.verdicts.judge(person.part(ContactStatus.class), question).state().reach();
	}

	private List<Fact.Option> options(Locale reader) {
		return Arrays.stream(State.values())
			.map(State::reach)
			.map((reach) -> new Fact.Option(reach, this.messages.getMessage("profile.reach." + reach, null, reader)))
			.toList();
	}

	/**
	 * The reach of a channel for the person {@code p} of a query, as the verdict sees it:
	 * addresses, explicit says, the noes of those who share the address, the default.
	 */
	private record ReachSql(Channel channel, ConsentDefaults defaults) {

		String sql(State state) {
			return switch (state) {
				case MAY_CONTACT -> "(" + addressed() + " and not " + saidBySharer() + " and not " + suppressed()
						+ " and " + allowed() + ")";
				case DO_NOT_CONTACT -> "(" + no() + " or " + saidBySharer() + " or " + suppressed() + " or "
						+ addressed() + " and not (" + allowed() + ") and not " + pending() + ")";
				case WAITING -> "(" + addressed() + " and not " + no() + " and not " + saidBySharer() + " and not "
						+ suppressed() + " and " + pending() + ")";
				case NO_ADDRESS -> "(" + address("p") + " is null and not " + no() + ")";
			};
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

		private String no() {
			return said(keys(), "c.choice = 'n'");
		}

		/** The own word waits, or that on any channel where there is no own one. */
		private String pending() {
			return "(" + said(key(own()), "c.choice = 'p'") + " or "
					+ said(key(Purpose.MARKETING_ANY), "c.choice = 'p'") + " and not "
					+ said(key(own()), "c.choice <> 'u'") + ")";
		}

		private String saidBySharer() {
			return "exists (select 1 from profile t join consent c on c.profile_id = t.id where " + address("t") + " = "
					+ address("p") + " and t.id <> p.id and c.purpose in " + keys() + " and c.choice = 'n')";
		}

		private String suppressed() {
			return "exists (select 1 from suppressed_profile d join suppression u on u.id = d.suppression_id"
					+ " where d.profile_id = p.id and u.channel = '" + this.channel.key() + "')";
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
			return "exists (select 1 from consent c where c.profile_id = p.id and c.purpose in " + purposes + " and "
					+ what + ")";
		}

	}

}
