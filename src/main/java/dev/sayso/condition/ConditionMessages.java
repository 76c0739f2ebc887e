package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.shared.TimeFormat;

/**
 * The messages of which people build conditions, and those that say what is wrong with
 * one.
 */
@Component
public class ConditionMessages {

	private final MessageSource messages;

	private final TimeFormat times;

	ConditionMessages(MessageSource messages, TimeFormat times) {
		this.messages = messages;
		this.times = times;
	}

	public String label(Fact fact, Locale reader) {
		return this.messages.getMessage(fact.label(), reader);
	}

	public String operator(Operator operator, FactType type, Locale reader) {
		String special = this.messages.getMessage("operator." + type.key() + "." + operator.key(), null, null, reader);
		return (special != null) ? special : text(reader, "operator." + operator.key());
	}

	public String quantifier(Condition.Quantifier quantifier, Locale reader) {
		return text(reader, "quantifier." + quantifier.key());
	}

	public String unit(Period.Unit unit, int amount, Locale reader) {
		return text(reader, "unit." + unit.key(), amount);
	}

	public String value(Fact fact, Object known, Locale reader) {
		if (known instanceof LocalDate day) {
			return ValueFormat.day(day, reader);
		}
		if (known instanceof Instant instant) {
			return ValueFormat.day(LocalDate.ofInstant(instant, this.times.zone()), reader);
		}
		if (known instanceof Boolean truth) {
			return text(reader, truth ? "yes" : "no");
		}
		return (known instanceof BigDecimal number) ? ValueFormat.number(number, reader)
				: fact.option(known.toString(), reader);
	}

	public String fault(ConditionFault fault, Locale reader) {
		return text(reader, fault.key(),
				Arrays.stream(fault.args())
					.map((detail) -> fault.code().equals("operator") ? operator(detail.toString(), reader) : detail)
					.toArray());
	}

	private String operator(String operator, Locale reader) {
		return Operator.of(operator).map((known) -> text(reader, "operator." + known.key())).orElse(operator);
	}

	private String text(Locale reader, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, reader);
	}

}
