package dev.sayso.profile.list;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.SqlBindings;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;

/**
 * Says a query in SQL, about the person {@code p}.
 */
@Component
class ProfileConditions {

	private final ProfileSearchConditions words;

	private final ProfileFilterConditions filters;

	private final ConditionCompiler conditions;

	private final Clock clock;

	private final TimeFormat times;

	ProfileConditions(ProfileSearchConditions words, ProfileFilterConditions filters, ConditionCompiler conditions,
			Clock clock, TimeFormat times) {
		this.words = words;
		this.filters = filters;
		this.conditions = conditions;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What has to hold.
	 * @throws InvalidConditionException when the query has a condition that cannot be
	 * asked
	 */
	String of(ProfileQuery query, SqlBindings values) {
		return Stream
			.concat(Stream.of(search(query.q(), values)),
					query.filters().stream().map((filter) -> sql(compiled(filter), values)))
			.collect(Collectors.joining("\n\tand "));
	}

	/**
	 * Words, a number or an id.
	 */
	private String search(String q, SqlBindings values) {
		String words = sql(askable(Stream.of(this.words.of(q))), values);
		return Ids.parse(q).map((id) -> "(" + words + " or p.id = " + values.bind(id) + ")").orElse(words);
	}

	/**
	 * Nobody is who a value says that means nothing, but a condition is taken as it is
	 * written or not at all.
	 */
	private CompiledCondition compiled(ProfileQuery.Filter filter) {
		try {
			return this.conditions.compile(this.filters.of(filter));
		}
		catch (InvalidConditionException bad) {
			if (filter.kind() == ProfileFilter.CONDITION) {
				throw bad;
			}
			return askable(this.filters.each(filter));
		}
	}

	private CompiledCondition askable(Stream<Condition> values) {
		List<Condition> some = values.filter((one) -> this.conditions.faults(one).isEmpty()).toList();
		return this.conditions
			.compile((some.size() == 1) ? some.get(0) : new Condition.Group(Condition.Quantifier.ANY, some));
	}

	private String sql(CompiledCondition compiled, SqlBindings values) {
		return "(" + compiled.where(this.clock.instant(), this.times.zone(), values) + ")";
	}

}
