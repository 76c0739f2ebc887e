package dev.sayso.audience;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audience.AudiencePreviewView.Row;
import dev.sayso.audience.PeopleCounter.Size;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Answers while somebody edits: how many, who, and why somebody is in or not.
 */
@Component
public class AudiencePreviews {

	private static final int SHOWN = 10;

	private final ConditionCompiler conditions;

	private final PeopleCounter count;

	private final PeopleSampler sampler;

	private final ContactStatuses standings;

	private final ConsentSettings settings;

	private final MembershipExplainer askAbout;

	AudiencePreviews(ConditionCompiler conditions, PeopleCounter count, PeopleSampler sampler,
			ContactStatuses standings, ConsentSettings settings, MembershipExplainer askAbout) {
		this.conditions = conditions;
		this.count = count;
		this.sampler = sampler;
		this.standings = standings;
		this.settings = settings;
		this.askAbout = askAbout;
	}

	/**
	 * What is asked besides the condition.
	 *
	 * @param channel on which contact is asked; the first in use unless it is one
	 * @param bucket where to look for people, 0 to 1023
	 * @param person whom to explain, as it is typed; null for nobody
	 * @param who the id of whom to explain, where that was chosen; null where it was not
	 */
	record Question(@Nullable String channel, @Nullable Integer bucket, @Nullable String person, @Nullable String who) {

		@Nullable String asked() {
			return (this.who != null) ? this.who : this.person;
		}

		int from() {
			return (this.bucket != null) ? Math.floorMod(this.bucket, 1024) : 0;
		}

	}

	AudiencePreviewView of(Condition condition, Question question) {
		List<Channel> channels = this.settings.channelsInUse();
		Channel channel = Optional.ofNullable(question.channel())
			.flatMap(Channel::of)
			.filter(channels::contains)
			.orElse(channels.isEmpty() ? Channel.EMAIL : channels.get(0));
		Size everybody = size(Condition.EVERYBODY);
		CompiledCondition compiled = compiled(condition);
		if (compiled == null) {
			return new AudiencePreviewView(null, everybody, channel, channels, null, List.of(), 0, null);
		}
		Condition may = new Condition.Comparison("reach." + channel.key(), Operator.IS, "may");
		List<Profile> people = this.sampler.of(compiled, question.from(), SHOWN);
		int next = people.isEmpty() ? 0 : (people.get(people.size() - 1).bucket() + 1) % 1024;
		String asked = ConditionJson.write(condition);
		Size reached = this.count.of(compiled.and(this.conditions.compile(may)), asked + " " + channel.key());
		return new AudiencePreviewView(this.count.of(compiled, asked), everybody, channel, channels, reached,
				rows(people, channel), next,
				this.askAbout.somebody(condition, question.asked(), (some) -> rows(some, channel)));
	}

	private @Nullable CompiledCondition compiled(Condition condition) {
		try {
			return this.conditions.compile(condition);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	/**
	 * How many alone.
	 */
	public PeopleCount many(Condition condition) {
		CompiledCondition compiled = compiled(condition);
		return new PeopleCount((compiled != null) ? this.count.of(compiled, ConditionJson.write(condition)) : null,
				size(Condition.EVERYBODY));
	}

	Size size(Condition condition) {
		return this.count.of(this.conditions.compile(condition), ConditionJson.write(condition));
	}

	private List<Row> rows(List<Profile> people, Channel channel) {
		Map<ProfileId, ContactStatus> standing = this.standings.of(people);
		Locale reader = LocaleContextHolder.getLocale();
		return people.stream().map((person) -> {
			Verdict verdict = this.standings.verdict(Objects.requireNonNull(standing.get(person.id())), channel);
			String place = Stream.of(person.details().city(), country(person, reader))
				.filter(Objects::nonNull)
				.collect(Collectors.joining(", "));
			return new Row(person.id().toString(), person.name(), place, verdict.state());
		}).toList();
	}

	private static @Nullable String country(Profile person, Locale reader) {
		String code = person.details().country();
		return (code != null) ? Locale.forLanguageTag("und-" + code).getDisplayCountry(reader) : null;
	}

}
