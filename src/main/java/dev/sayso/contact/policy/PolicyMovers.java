package dev.sayso.contact.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Lists who moves with what they lack, ten at a time.
 */
@Component
class PolicyMovers {

	private static final int SHOWN = 10;

	/** So many are read at once for a file. */
	private static final int CHUNK = 500;

	private final PolicyEffects effects;

	private final PolicyConditions conditions;

	private final PolicySentences sentences;

	private final MarketingActions actions;

	private final PeopleLoader people;

	private final Profiles profiles;

	PolicyMovers(PolicyEffects effects, PolicyConditions conditions, PolicySentences sentences,
			MarketingActions actions, PeopleLoader people, Profiles profiles) {
		this.effects = effects;
		this.conditions = conditions;
		this.sentences = sentences;
		this.actions = actions;
		this.people = people;
		this.profiles = profiles;
	}

	/**
	 * Some who move.
	 *
	 * @param in whether they are let in
	 * @param next the id behind which the others begin; null where there are none
	 */
	record Page(boolean in, List<Row> rows, @Nullable UUID next) {

	}

	/**
	 * @param lacks what they lack under the version that leaves them out
	 */
	record Row(ProfileId id, String name, List<Channel> channels, String lacks) {

	}

	Page list(@Nullable PolicyContent before, PolicyContent after, boolean in, @Nullable UUID behind) {
		return list(before, after, in, behind, SHOWN);
	}

	Page list(@Nullable PolicyContent before, PolicyContent after, boolean in, @Nullable UUID behind, int most) {
		List<PolicyEffects.Mover> movers = this.effects.movers(before, after, in, behind, most + 1);
		List<PolicyEffects.Mover> shown = movers.subList(0, Math.min(most, movers.size()));
		return new Page(in, rows(shown, in ? Objects.requireNonNull(before) : after),
				(movers.size() > most) ? shown.get(most - 1).profile().id() : null);
	}

	/**
	 * Hands over all who move.
	 * @throws org.springframework.dao.DataAccessException where finding them takes too
	 * long
	 */
	void each(@Nullable PolicyContent before, PolicyContent after, boolean in, Consumer<Row> consumer) {
		PolicyContent refusing = in ? Objects.requireNonNull(before) : after;
		UUID behind = null;
		List<PolicyEffects.Mover> some;
		do {
			some = this.effects.find(before, after, in, behind, CHUNK);
			rows(some, refusing).forEach(consumer);
			behind = some.isEmpty() ? null : some.get(some.size() - 1).profile().id();
		}
		while (some.size() == CHUNK);
	}

	private List<Row> rows(List<PolicyEffects.Mover> movers, PolicyContent refusing) {
		Map<ProfileId, Profile> known = this.profiles
			.findByIdIn(movers.stream().map(PolicyEffects.Mover::profile).toList())
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return rows(movers.stream().filter((mover) -> known.containsKey(mover.profile())).toList(), known, refusing);
	}

	private List<Row> rows(List<PolicyEffects.Mover> movers, Map<ProfileId, Profile> known, PolicyContent refusing) {
		ConditionCompiler compiler = this.conditions.resolved();
		Set<Class<?>> parts = new HashSet<>();
		movers.stream()
			.map((mover) -> mover.channels().get(0))
			.distinct()
			.flatMap((channel) -> resolved(refusing, channel))
			.flatMap((policy) -> Stream.of(policy.when(), policy.only()))
			.flatMap((condition) -> compile(condition, compiler).stream())
			.forEach((condition) -> parts.addAll(condition.parts()));
		Map<ProfileId, PersonFacts> facts = this.people.load(known.values(), parts);
		return movers.stream()
			.map((mover) -> new Row(mover.profile(), known.get(mover.profile()).name(), mover.channels(),
					lacks(facts.get(mover.profile()), refusing, mover.channels().get(0), compiler)))
			.toList();
	}

	private Stream<ResolvedPolicy> resolved(PolicyContent content, Channel channel) {
		return this.actions.known()
			.stream()
			.filter((action) -> action.isFor(channel))
			.map(MarketingAction::key)
			.flatMap((action) -> ResolvedPolicy.of(content, action, channel).stream())
			.distinct();
	}

	/** The first line that somebody does not meet. */
	private String lacks(PersonFacts person, PolicyContent refusing, Channel channel, ConditionCompiler compiler) {
		return resolved(refusing, channel)
			.filter((policy) -> compile(policy.when(), compiler).map((when) -> when.holds(person)).orElse(true))
			.flatMap((policy) -> lines(policy.only()))
			.filter((line) -> !compile(line, compiler).map((only) -> only.holds(person)).orElse(false))
			.findFirst()
			.map((line) -> this.sentences.lacking(line, person))
			.orElse("");
	}

	private static Stream<Condition> lines(Condition only) {
		return (only instanceof Group group && group.of() == Quantifier.ALL) ? group.conditions().stream()
				: Stream.of(only);
	}

	private static Optional<CompiledCondition> compile(Condition condition, ConditionCompiler compiler) {
		try {
			return Optional.of(compiler.compile(condition));
		}
		catch (InvalidConditionException ex) {
			return Optional.empty();
		}
	}

}
