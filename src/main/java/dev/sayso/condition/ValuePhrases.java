package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionSentences.Span;

record ValuePhrases(SpanMessages messages) {

	/**
	 * What a fact is called, with the article where its language wants one; a fact that
	 * is gone by its raw name, and one that has a name of its own by that.
	 */
	List<Span> name(Comparison comparison, @Nullable Fact fact, FactType type) {
		if (fact == null) {
			return named(comparison.fact(), type);
		}
		String within = comparison.operator().negates() ? within(fact, ".in.not") : null;
		within = (within != null) ? within : within(fact, ".in");
		if (within != null) {
			return SpanMessages.strong(within);
		}
		String label = this.messages.source().getMessage(fact.label(), this.messages.reader());
		boolean proper = "yes".equals(this.messages.find("phrase." + fact.phrase() + ".proper"));
		return proper ? SpanMessages.strong(label) : named(ValueFormat.lower(label), type);
	}

	private @Nullable String within(Fact fact, String kind) {
		String[] codes = Objects.requireNonNullElse(fact.label().getCodes(), new String[0]);
		return (codes.length == 0) ? null : this.messages.source()
			.getMessage(codes[0] + kind, fact.label().getArguments(), null, this.messages.reader());
	}

	private List<Span> named(String name, FactType type) {
		return this.messages.say("sentence.named." + (type.isDay() ? "date" : "other"), SpanMessages.strong(name));
	}

	List<Span> word(Object value, @Nullable Fact fact, FactType type) {
		return SpanMessages.strong(written(value, fact, type));
	}

	private String written(Object value, @Nullable Fact fact, FactType type) {
		if (value instanceof String text && text.startsWith(ConditionExcerpt.MARK)) {
			return untold(text.substring(1).split("/"));
		}
		if (value instanceof String text) {
			return type.isDay() ? day(text) : (fact != null && type == FactType.CODE) ? code(text, fact) : text;
		}
		if (value instanceof BigDecimal number) {
			return ValueFormat.number(number, this.messages.reader());
		}
		if (value instanceof Boolean truth) {
			return ValueFormat.lower(this.messages.text(truth ? "yes" : "no"));
		}
		return (value instanceof Period period) ? amount(period) : value.toString();
	}

	private String untold(String[] counts) {
		return this.messages.text(counts[0].equals(counts[1]) ? "sentence.all" : "sentence.changed",
				Integer.valueOf(counts[0]), Integer.valueOf(counts[1]));
	}

	List<List<Span>> period(Object value) {
		if (!(value instanceof Period period)) {
			return List.of(SpanMessages.strong(value.toString()), SpanMessages.strong(value.toString()));
		}
		return List.of(SpanMessages.strong(amount(period)),
				SpanMessages.strong(this.messages.text("sentence.last." + period.unit().key(), period.amount())));
	}

	private String amount(Period period) {
		return this.messages.text("sentence." + period.unit().key(), period.amount());
	}

	private String day(String iso) {
		try {
			return ValueFormat.day(LocalDate.parse(iso), this.messages.reader());
		}
		catch (DateTimeException ex) {
			return iso;
		}
	}

	private String code(String code, Fact fact) {
		String family = "phrase." + fact.phrase();
		String word = this.messages.find(family + ".value." + code);
		if (word != null) {
			return word;
		}
		String label = fact.option(code, this.messages.reader());
		String before = this.messages.find(family + ".before");
		return ("yes".equals(this.messages.find(family + ".lower"))) ? ValueFormat.lower(label)
				: (before != null) ? ValueFormat.before(before, code) + label : label;
	}

}
