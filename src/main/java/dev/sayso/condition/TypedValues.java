package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The values of a comparison as a fact's type has them.
 */
record TypedValues(Fact fact, Condition.Comparison comparison) {

	<T> List<T> each(IntFunction<T> reader) {
		return IntStream.range(0, this.comparison.values().size()).mapToObj(reader).toList();
	}

	String text(int place) {
		if (!(this.comparison.values().get(place) instanceof String text)) {
			throw new ValueException(place, "text", null);
		}
		if (text.length() > 1000 || !this.comparison.exactly() && text.length() > 200) {
			throw new ValueException(place, "long", null);
		}
		if (text.codePoints().anyMatch((point) -> point < ' ' || point == 127 || point >= 0xD800 && point <= 0xDFFF)) {
			throw new ValueException(place, "control", null);
		}
		if (this.fact.closed()
				&& this.fact.options().apply(Locale.ENGLISH).stream().noneMatch((o) -> o.value().equals(text))) {
			throw new ValueException(place, "option", text);
		}
		String normalized = this.comparison.exactly() ? text : this.fact.key().apply(text);
		if (normalized.isEmpty()) {
			throw new ValueException(place, "missing", null);
		}
		return normalized;
	}

	BigDecimal number(int place) {
		if (this.comparison.values().get(place) instanceof BigDecimal number
				&& number.abs().compareTo(BigDecimal.TEN.pow(27)) < 0 && number.stripTrailingZeros().scale() <= 10) {
			return number.stripTrailingZeros();
		}
		throw new ValueException(place, "number", null);
	}

	boolean truth(int place) {
		if (this.comparison.values().get(place) instanceof Boolean truth) {
			return truth;
		}
		throw new ValueException(place, "boolean", null);
	}

	LocalDate day(int place) {
		try {
			if (this.comparison.values().get(place) instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")
					&& !text.startsWith("0000")) {
				return LocalDate.parse(text);
			}
		}
		catch (DateTimeException ex) {
			// a day that no month has is no date
		}
		throw new ValueException(place, "date", null);
	}

	Period period() {
		if (this.comparison.values().get(0) instanceof Period period && period.amount() >= 0
				&& period.amount() <= Period.LONGEST) {
			return period;
		}
		throw new ValueException(0, "period", Period.LONGEST);
	}

}
