package dev.sayso.contact.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.ReachLimit;
import dev.sayso.shared.Channel;

/**
 * Policies said in SQL about the person {@code p}, as they are asked of one in memory.
 *
 * @param zone where days begin for those whose zone is not known
 */
record PolicySql(ConditionCompiler conditions, ZoneId zone, SqlBindings values) {

	/** Whom a policy stands against. */
	String against(PolicyContent content, String action, @Nullable Channel channel) {
		return ResolvedPolicy.of(content, action, channel).map(this::against).orElse(ReachLimit.NOBODY);
	}

	/** Whom it stands against: what cannot be evaluated binds all and lets nobody by. */
	String against(ResolvedPolicy resolved) {
		Optional<CompiledCondition> only = compile(resolved.only());
		String passing = only.map(this::sql).map((sql) -> " and not " + sql).orElse("");
		return "(" + binding(resolved) + passing + ")";
	}

	/** For whom it binds. */
	String binding(ResolvedPolicy resolved) {
		return compile(resolved.when()).map(this::sql).orElse("(1 = 1)");
	}

	/** Who is let through of those for whom it binds. */
	String passing(ResolvedPolicy resolved) {
		return compile(resolved.only()).map(this::sql).orElse(ReachLimit.NOBODY);
	}

	/** Any of some, each in brackets. */
	static String any(List<String> some) {
		List<String> holding = some.stream().filter((sql) -> !sql.equals(ReachLimit.NOBODY)).distinct().toList();
		return holding.isEmpty() ? ReachLimit.NOBODY : "(" + String.join(" or ", holding) + ")";
	}

	private Optional<CompiledCondition> compile(Condition condition) {
		try {
			return Optional.of(this.conditions.compile(condition));
		}
		catch (InvalidConditionException ex) {
			return Optional.empty();
		}
	}

	/** Null is not true: of a condition that is not known nothing holds. */
	private String sql(CompiledCondition condition) {
		return "(coalesce((" + condition.where(this.values.instant(), this.zone, this.values) + "), false))";
	}

}
