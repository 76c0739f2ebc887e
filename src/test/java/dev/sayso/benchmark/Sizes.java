package dev.sayso.benchmark;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.ApplicationContext;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * How long the store takes to count an audience, asked as the product asks it and by
 * hand.
 */
final class Sizes {

	private final ApplicationContext product;

	private final TimedQueries questions;

	private final String store;

	private final int people;

	Sizes(ApplicationContext product, String store, int people) {
		this.product = product;
		this.questions = product.getBean(TimedQueries.class);
		this.store = store;
		this.people = people;
	}

	void take(int runs) {
		compare(runs, "five comparisons", ByHand.CONDITION, ByHand.JOINED + " where " + ByHand.where());
		compare(runs, "created in the last 30 days", """
				{"fact": "createdAt", "operator": "inLast", "value": {"days": 30}}""",
				"profile p where " + ByHand.created());
		compare(runs, "may be contacted by e-mail", """
				{"fact": "reach.email", "operator": "is", "value": "may"}""", "profile p where " + ByHand.reachable());
	}

	private void compare(int runs, String what, String condition, String byHand) {
		double[] ours = new double[runs];
		double[] theirs = new double[runs];
		long found = -1;
		for (int run = -2; run < runs; run++) {
			long begun = System.nanoTime();
			found = asked(condition);
			long between = System.nanoTime();
			long others = count(byHand, Map.of());
			if (found != others) {
				throw new IllegalStateException(what + ": " + found + ", by hand " + others);
			}
			if (run >= 0) {
				ours[run] = (between - begun) / 1e6;
				theirs[run] = (System.nanoTime() - between) / 1e6;
			}
		}
		double ratio = Figures.middle(ours) / Figures.middle(theirs);
		Report.line("size on " + this.store + ": " + what + " (" + found + " of " + this.people + ")",
				Report.ms(Figures.middle(ours)), Report.ms(Figures.middle(theirs)),
				String.format(Locale.ROOT, "%.2f times", ratio), "≤ 1.3 times");
	}

	private long asked(String condition) {
		CompiledCondition.Where where = this.product.getBean(ConditionCompiler.class)
			.compile(ConditionJson.parse(condition))
			.where(this.product.getBean(Clock.class).instant(), this.product.getBean(TimeFormat.class).zone());
		return count("profile p where 1 = 1 and " + where.sql(), where.values());
	}

	private long count(String from, Map<String, Object> values) {
		return this.questions.ask(60,
				(store) -> store.sql("select count(*) from " + from).params(values).query(Long.class).single());
	}

}
