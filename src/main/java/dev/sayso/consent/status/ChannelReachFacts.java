package dev.sayso.consent.status;

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
import dev.sayso.consent.ReachLimit;
import dev.sayso.consent.ReachSql;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.Verdict.State;
import dev.sayso.shared.Channel;

@Component
@Order(18)
class ChannelReachFacts implements FactSource {

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final List<ReachLimit> limits;

	private final MessageSource messages;

	ChannelReachFacts(ConsentSettings settings, Verdicts verdicts, List<ReachLimit> limits, MessageSource messages) {
		this.settings = settings;
		this.verdicts = verdicts;
		this.limits = limits;
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
		FactSql sql = (test, values) -> anyOf(
				Arrays.stream(State.values()).filter((state) -> test.passes(state.reach())).toList(),
				ReachSql.of(channel, defaults, this.limits, values));
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
				: some.stream().map((state) -> sql(state, reachSql)).collect(Collectors.joining(" or ", "(", ")"));
	}

	private static String sql(State state, ReachSql reachSql) {
		return switch (state) {
			case MAY_CONTACT -> reachSql.may();
			case DO_NOT_CONTACT -> reachSql.no();
			case WAITING -> reachSql.waiting();
			case PAUSED -> reachSql.pausing();
			case NO_ADDRESS -> reachSql.missing();
		};
	}

	private String reach(PersonFacts person, Channel channel) {
		Question question = Question.targeting(channel, person.now());
		return this.verdicts.judge(person.part(ContactStatus.class), question).state().reach();
	}

	private List<Fact.Option> options(Locale reader) {
		return Arrays.stream(State.values())
			.map(State::reach)
			.map((reach) -> new Fact.Option(reach, this.messages.getMessage("profile.reach." + reach, null, reader)))
			.toList();
	}

}
