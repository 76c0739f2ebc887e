package dev.sayso.offer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something more an offer says of itself, as it is typed: {@code gold} is a text,
 * {@code 60} a number, and {@code true} neither.
 *
 * @param kind {@code text}, {@code number} or {@code boolean}
 */
public record OfferAttribute(String name, String kind, String text) {

	static final int MOST = 100;

	static final int LONGEST = 2000;

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

	/** What every store and every reader of JSON keeps digit by digit. */
	private static final Pattern NUMBER = Pattern.compile("-?(?=(\\D*\\d){1,15}\\D*$)\\d+(\\.\\d+)?");

	static OfferAttribute of(String name, Object value) {
		if (value instanceof Boolean truth) {
			return new OfferAttribute(name, "boolean", truth.toString());
		}
		if (value instanceof Number number) {
			BigDecimal exact = new BigDecimal(number.toString());
			return new OfferAttribute(name, "number",
					(exact.signum() == 0) ? "0" : exact.stripTrailingZeros().toPlainString());
		}
		return new OfferAttribute(name, "text", value.toString());
	}

	public static OfferAttribute read(String name, String written) {
		if (written.startsWith("\"")) {
			return new OfferAttribute(name, "text", written.substring(1, Math.max(1, written.length() - 1)));
		}
		return new OfferAttribute(name, written.matches("true|false") ? "boolean" : "number", written);
	}

	public static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	String written() {
		return this.kind.equals("text") ? "\"" + this.text + "\"" : this.text;
	}

	public Optional<Object> value() {
		return switch (this.kind) {
			case "boolean" ->
				this.text.matches("true|false") ? Optional.of(Boolean.valueOf(this.text)) : Optional.empty();
			case "number" ->
				NUMBER.matcher(this.text).matches() ? Optional.of(number(new BigDecimal(this.text))) : Optional.empty();
			default -> (this.text.length() <= LONGEST) ? Optional.of(this.text) : Optional.empty();
		};
	}

	private static Object number(BigDecimal exact) {
		BigDecimal plain = exact.stripTrailingZeros();
		return (plain.scale() <= 0) ? (Object) plain.longValueExact() : plain;
	}

}
