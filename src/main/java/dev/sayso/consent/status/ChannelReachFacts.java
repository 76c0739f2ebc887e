package dev.sayso.consent.status;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.ReachSql;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Channel;

/**
 * Whether people may be contacted, channel by channel, as facts: the verdict.
 */
@Component
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
	public int order() {
		return 18;
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
				Arrays.stream(ChannelReach.values()).filter((reach) -> test.passes(reach.key())).toList(), reachSql);
		return Fact
			.total("reach." + channel.key(), FactType.CODE,
					new DefaultMessageSourceResolvable(new String[] { "fact.reach" },
							new Object[] {
									new DefaultMessageSourceResolvable("purpose.in.marketing." + channel.key()) }),
					"reach", ContactStatus.class, (person) -> reach(person, channel).key(), sql)
			.oneOf(this::options);
	}

	/** A channel always has one of the reaches, so all of them need no test. */
	private static String anyOf(List<ChannelReach> some, ReachSql reachSql) {
		return (some.size() == ChannelReach.values().length) ? "1 = 1"
				: some.stream().map((reach) -> sql(reach, reachSql)).collect(Collectors.joining(" or ", "(", ")"));
	}

	private static String sql(ChannelReach reach, ReachSql reachSql) {
		return switch (reach) {
			case MAY -> reachSql.may();
			case NO -> reachSql.no();
			case WAIT -> reachSql.waiting();
			case MISSING -> reachSql.missing();
		};
	}

	private ChannelReach reach(PersonFacts person, Channel channel) {
		Question question = new Question(channel, "", this.clock.instant());
		return switch (this.verdicts.judge(person.part(ContactStatus.class), question).state()) {
			case MAY_CONTACT -> ChannelReach.MAY;
			case DO_NOT_CONTACT -> ChannelReach.NO;
			case WAITING -> ChannelReach.WAIT;
			case NO_ADDRESS -> ChannelReach.MISSING;
		};
	}

	private List<Fact.Option> options(Locale reader) {
		return Arrays.stream(ChannelReach.values())
			.map((reach) -> new Fact.Option(reach.key(), this.messages.getMessage(reach.label(), null, reader)))
			.toList();
	}

}
