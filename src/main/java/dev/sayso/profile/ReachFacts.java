package dev.sayso.profile;

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
import dev.sayso.condition.Person;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.ContactRule.Question;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Standing;
import dev.sayso.consent.Verdicts;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Moments;

/**
 * Whether people may be contacted, channel by channel, as facts: the verdict.
 */
@Component
class ReachFacts implements FactSource {

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final Moments moments;

	private final MessageSource messages;

	ReachFacts(ConsentSettings settings, Verdicts verdicts, Moments moments, MessageSource messages) {
		this.settings = settings;
		this.verdicts = verdicts;
		this.moments = moments;
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
		return facts().filter(this::isOffered);
	}

	private boolean isOffered(Fact fact) {
		return this.settings.channelsInUse()
			.stream()
			.anyMatch((channel) -> fact.name().equals("reach." + channel.key()));
	}

	@Override
	public Stream<Fact> facts() {
		Defaults defaults = this.settings.defaults();
		return Arrays.stream(Channel.values()).map((channel) -> fact(channel, defaults));
	}

	private Fact fact(Channel channel, Defaults defaults) {
		ReachCondition condition = new ReachCondition(channel, defaults);
		FactSql sql = (test, values) -> Arrays.stream(Reach.values())
			.filter((reach) -> test.passes(reach.key()))
			.map(condition::sql)
			.collect(Collectors.joining(" or ", "(", ")"));
		return Fact
			.total("reach." + channel.key(), FactType.CODE,
					new DefaultMessageSourceResolvable(new String[] { "fact.reach" },
							new Object[] {
									new DefaultMessageSourceResolvable("purpose.in.marketing." + channel.key()) }),
					"reach", Standing.class, (person) -> reach(person, channel).key(), sql)
			.oneOf(this::options);
	}

	private Reach reach(Person person, Channel channel) {
		Question question = new Question(channel, "", this.moments.now());
		return switch (this.verdicts.judge(person.part(Standing.class), question).state()) {
			case MAY_CONTACT -> Reach.MAY;
			case DO_NOT_CONTACT -> Reach.NO;
			case WAITING -> Reach.WAIT;
			case NO_ADDRESS -> Reach.MISSING;
		};
	}

	private List<Fact.Option> options(Locale reader) {
		return Arrays.stream(Reach.values())
			.map((reach) -> new Fact.Option(reach.key(), this.messages.getMessage(reach.label(), null, reader)))
			.toList();
	}

}
