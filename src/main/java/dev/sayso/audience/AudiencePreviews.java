package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.audience.AudiencePreview.Row;
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
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Computes the preview of a condition: its size, some members, and why somebody is a
 * member or not.
 */
@Component
public class AudiencePreviews {

	private static final int SHOWN = 10;

	/** The time limit of a sample, in seconds. */
	private static final int LIMIT = 2;

	private final ConditionCompiler conditions;

	private final PeopleCounter counter;

	private final MatchingProfiles matching;

	private final Profiles profiles;

	private final ContactStatuses statuses;

	private final ConsentSettings settings;

	private final MembershipExplainer explainer;

	AudiencePreviews(ConditionCompiler conditions, PeopleCounter counter, MatchingProfiles matching, Profiles profiles,
			ContactStatuses statuses, ConsentSettings settings, MembershipExplainer explainer) {
		this.conditions = conditions;
		this.counter = counter;
		this.matching = matching;
		this.profiles = profiles;
		this.statuses = statuses;
		this.settings = settings;
		this.explainer = explainer;
	}

	/**
	 * What a preview shows besides the size.
	 *
	 * @param channel the channel of the contact status; unless it is in use, the first
	 * that is
	 * @param bucket where the sample begins
	 * @param person the search for a person to explain; null for nobody
	 * @param who the id of the person to explain; null where none was chosen
	 * @param ask not null where the search for a person was just sent
	 */
	record PreviewRequest(@Nullable String channel, @Nullable Integer bucket, @Nullable String person,
			@Nullable String who, @Nullable String ask) {

		/**
		 * What was just asked for, where the keyboard goes on: {@code why}, other people
		 * of the {@code sample}, or nothing.
		 */
		String asked() {
			return (this.who != null || this.ask != null) ? "why" : (this.bucket != null) ? "sample" : "";
		}

		@Nullable String explained() {
			return (this.who != null) ? this.who : this.person;
		}

		int firstBucket() {
			return (this.bucket != null) ? Math.floorMod(this.bucket, Profile.BUCKETS) : 0;
		}

	}

	AudiencePreview create(Condition condition, PreviewRequest request) {
		List<Channel> channels = this.settings.channelsInUse();
		Channel channel = Optional.ofNullable(request.channel())
			.flatMap(Channel::of)
			.filter(channels::contains)
			.orElse(channels.isEmpty() ? Channel.EMAIL : channels.get(0));
		Size everybody = size(Condition.EVERYBODY);
		CompiledCondition compiled = compiled(condition);
		if (compiled == null) {
			return new AudiencePreview(null, everybody, channel, channels, null, List.of(), 0, null);
		}
		Condition may = new Condition.Comparison("reach." + channel.key(), Operator.IS, "may");
		List<Profile> people = sample(compiled, request.firstBucket());
		int next = people.isEmpty() ? 0 : (people.get(people.size() - 1).bucket() + 1) % Profile.BUCKETS;
		String key = ConditionJson.write(condition);
		Size contactable = this.counter.count(compiled.and(this.conditions.compile(may)), key + " " + channel.key());
		return new AudiencePreview(this.counter.count(compiled, key), everybody, channel, channels, contactable,
				rows(people, channel), next,
				this.explainer.explain(condition, request.explained(), (candidates) -> rows(candidates, channel)));
	}

	private @Nullable CompiledCondition compiled(Condition condition) {
		try {
			return this.conditions.compile(condition);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	public ConditionSize count(Condition condition) {
		CompiledCondition compiled = compiled(condition);
		return new ConditionSize(
				(compiled != null) ? this.counter.count(compiled, ConditionJson.write(condition)) : null,
				size(Condition.EVERYBODY));
	}

	Size size(Condition condition) {
		return this.counter.count(this.conditions.compile(condition), ConditionJson.write(condition));
	}

	/** A sample from a bucket on; smaller where the query took too long. */
	private List<Profile> sample(CompiledCondition condition, int bucket) {
		List<ProfileId> ids = new ArrayList<>();
		try {
			ids.addAll(ids(condition, "p.bucket >= :bucket", bucket, SHOWN));
			if (ids.size() < SHOWN && bucket > 0) {
				ids.addAll(ids(condition, "p.bucket < :bucket", bucket, SHOWN - ids.size()));
			}
		}
		catch (DataAccessException ex) {
			// the profiles found in time are shown
		}
		Map<ProfileId, Profile> profiles = this.profiles.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return ids.stream().map(profiles::get).filter(Objects::nonNull).toList();
	}

	private List<ProfileId> ids(CompiledCondition condition, String from, int bucket, int limit) {
		return this.matching.ask(LIMIT, condition,
				"select p.id from profile p where " + from + " and %s order by p.bucket, p.id limit " + limit,
				(query) -> query.param("bucket", bucket)
					.query((row, index) -> new ProfileId(row.getObject(1, UUID.class)))
					.list());
	}

	private List<Row> rows(List<Profile> people, Channel channel) {
		Map<ProfileId, ContactStatus> statuses = this.statuses.find(people);
		Locale locale = LocaleContextHolder.getLocale();
		return people.stream().map((profile) -> {
			Verdict verdict = this.statuses.verdict(Objects.requireNonNull(statuses.get(profile.id())), channel);
			String place = Stream.of(profile.details().city(), country(profile, locale))
				.filter(Objects::nonNull)
				.collect(Collectors.joining(", "));
			return new Row(profile.id().toString(), profile.name(), place, verdict.state());
		}).toList();
	}

	private static @Nullable String country(Profile profile, Locale locale) {
		String code = profile.details().country();
		return (code != null) ? Locale.forLanguageTag("und-" + code).getDisplayCountry(locale) : null;
	}

}
