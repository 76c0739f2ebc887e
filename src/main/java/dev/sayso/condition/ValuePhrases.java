package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionSentences.Span;

/**
 * Facts and values as they are called within a sentence.
 */
record ValuePhrases(FormattedMessage wording) {

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
			return FormattedMessage.strong(within);
		}
		String label = this.wording.messages().getMessage(fact.label(), this.wording.reader());
		boolean proper = "yes".equals(this.wording.find("phrase." + fact.phrase() + ".proper"));
		return proper ? FormattedMessage.strong(label) : named(ValueFormat.lower(label), type);
	}

	private @Nullable String within(Fact fact, String kind) {
		String[] codes = Objects.requireNonNullElse(fact.label().getCodes(), new String[0]);
		return (codes.length == 0) ? null : this.wording.messages()
			.getMessage(codes[0] + kind, fact.label().getArguments(), null, this.wording.reader());
	}

	private List<Span> named(String name, FactType type) {
		return this.wording.say("reading.named." + (type.isDay() ? "date" : "other"), FormattedMessage.strong(name));
	}

	/**
	 * A value as a sentence says it.
	 */
	List<Span> word(Object value, @Nullable Fact fact, FactType type) {
		return FormattedMessage.strong(written(value, fact, type));
	}

	private String written(Object value, @Nullable Fact fact, FactType type) {
		if (value instanceof String text) {
			return type.isDay() ? day(text) : (fact != null && type == FactType.CODE) ? code(text, fact) : text;
		}
		if (value instanceof BigDecimal number) {
			return ValueFormat.number(number, this.wording.reader());
		}
		if (value instanceof Boolean truth) {
			return ValueFormat.lower(this.wording.text(truth ? "yes" : "no"));
		}
		return (value instanceof Period period) ? amount(period) : value.toString();
	}

	/**
	 * A stretch of time with its number, and without it where it is one.
	 */
	List<List<Span>> period(Object value) {
		if (!(value instanceof Period period)) {
			return List.of(FormattedMessage.strong(value.toString()), FormattedMessage.strong(value.toString()));
		}
		return List.of(FormattedMessage.strong(amount(period)),
				FormattedMessage.strong(this.wording.text("reading.last." + period.unit().key(), period.amount())));
	}

	private String amount(Period period) {
		return this.wording.text("reading." + period.unit().key(), period.amount());
	}

	private String day(String iso) {
		try {
			return ValueFormat.day(LocalDate.parse(iso), this.wording.reader());
		}
		catch (DateTimeException ex) {
			return iso;
		}
	}

	private String code(String code, Fact fact) {
		String family = "phrase." + fact.phrase();
		String word = this.wording.find(family + ".value." + code);
		if (word != null) {
			return word;
		}
		String label = fact.option(code, this.wording.reader());
		String before = this.wording.find(family + ".before");
		return ("yes".equals(this.wording.find(family + ".lower"))) ? ValueFormat.lower(label)
				: (before != null) ? ValueFormat.before(before, code) + label : label;
	}

}
