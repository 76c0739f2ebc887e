package dev.sayso.decision.formula;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What it means for an offer that a value which the formula reads is missing: that it is
 * left out, that its priority counts, or that it ranks as a number of one's own.
 *
 * @param kind which of these
 * @param number what it ranks as; 0 unless it is a number
 */
public record MissingValue(Kind kind, double number) {

	/** The offer is not shown. */
	public static final MissingValue OUT = new MissingValue(Kind.OUT, 0);

	/** The offer ranks by its priority, beside the numbers of the others. */
	public static final MissingValue PRIORITY = new MissingValue(Kind.PRIORITY, 0);

	/** So large, or as far below 0, a number may be. */
	private static final double LARGEST = 1e12;

	/** How many characters it may be written with. */
	private static final int LONGEST = 30;

	/** Which meaning one may choose, in the order in which they are offered. */
	public enum Kind {

		OUT, PRIORITY, NUMBER;

		/** Its name in forms, in the API and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The offer ranks as this number. */
	public static MissingValue of(double number) {
		return new MissingValue(Kind.NUMBER, number);
	}

	/**
	 * Reads what {@link #written()} writes, and the yes or no to leaving out that was
	 * kept before there were numbers.
	 * @throws IllegalArgumentException where it is none of these
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static MissingValue parse(Object written) {
		String text = written.toString().strip();
		return switch (text) {
			case "out", "true" -> OUT;
			case "priority", "false" -> PRIORITY;
			default -> of(number(text));
		};
	}

	/**
	 * Reads a number, with a point or a comma before its fractions.
	 * @throws NumberFormatException where it is none, or one too large to rank by
	 */
	public static double number(String text) {
		String digits = text.strip().replace(',', '.');
		double number = (digits.length() <= LONGEST) ? new BigDecimal(digits).doubleValue() : Double.NaN;
		if (!(Math.abs(number) <= LARGEST)) {
			throw new NumberFormatException("too large");
		}
		return number;
	}

	/** {@code out}, {@code priority}, or the number. */
	@JsonValue
	public String written() {
		return (this.kind == Kind.NUMBER) ? plain(this.number) : this.kind.key();
	}

	/** A number as people write it: 12, not 12.0. */
	public static String plain(double number) {
		BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
		return (exact.signum() == 0) ? "0" : exact.toPlainString();
	}

	/**
	 * What an offer of this priority ranks by; nothing where it is left out.
	 */
	public OptionalDouble rank(int priority) {
		return switch (this.kind) {
			case OUT -> OptionalDouble.empty();
			case PRIORITY -> OptionalDouble.of(priority);
			case NUMBER -> OptionalDouble.of(this.number);
		};
	}

}
