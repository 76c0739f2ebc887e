package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Values to compare with: what somebody has, or what is nearly that.
 */
class RandomValues {

	private static final List<String> ODD = List.of("%", "_", "\\", "!", "!%", "'", "\" or 1=1", "ss", "ß", "é",
			"e\u0301", "ﬁ", "fi", "I", "ı", "İ", "σ", "ς", "😀", "ö", ":v0", "?", "a", "nobody", "\u00A0x", "´a", "’",
			"`", "‑", "ـ", "\u064E", "\u200D", "\u1112\u1161", "한", "đ", "ơ", "\u0301");

	private final Random random;

	private final List<PersonFacts> people;

	private final Map<String, List<Object>> known = new HashMap<>();

	RandomValues(Random random, Collection<PersonFacts> people) {
		this.random = random;
		this.people = List.copyOf(people);
	}

	Object of(Fact fact) {
		Object known = known(fact);
		return switch (fact.type()) {
			case TEXT -> text((known != null) ? (String) known : "x");
			case CODE -> code(fact, (String) known);
			case NUMBER -> number((known != null) ? (BigDecimal) known : BigDecimal.ZERO);
			case BOOLEAN -> this.random.nextBoolean();
			case DATE -> day((known != null) ? (LocalDate) known : LocalDate.EPOCH).toString();
			case INSTANT ->
				day(LocalDate.ofInstant((known != null) ? (Instant) known : Instant.EPOCH, zone())).toString();
		};
	}

	Period period() {
		Period.Unit unit = any(List.of(Period.Unit.values()));
		return new Period(this.random.nextInt((unit == Period.Unit.DAYS) ? 400 : 60), unit);
	}

	private @Nullable Object known(Fact fact) {
		List<Object> all = this.known.computeIfAbsent(fact.name(),
				(name) -> this.people.stream()
					.map(fact.reader())
					.filter(Objects::nonNull)
					.flatMap(RandomValues::each)
					.toList());
		return all.isEmpty() ? null : any(all);
	}

	private static Stream<Object> each(Object value) {
		return (value instanceof MultiValue many) ? many.values().stream().map(Object.class::cast) : Stream.of(value);
	}

	private String text(String known) {
		String part = part(known);
		return switch (this.random.nextInt(9)) {
			case 0, 1 -> known;
			case 2 -> part.toUpperCase(Locale.ROOT);
			case 3 -> known.toLowerCase(Locale.ROOT);
			case 4 -> part + any(ODD);
			case 5 -> any(ODD);
			case 6 -> known + " ";
			default -> part;
		};
	}

	private String part(String known) {
		int[] points = known.codePoints().toArray();
		if (points.length == 0) {
			return known;
		}
		int from = this.random.nextBoolean() ? 0 : this.random.nextInt(points.length);
		int most = points.length - from;
		return new String(points, from, this.random.nextBoolean() ? most : 1 + this.random.nextInt(Math.min(most, 5)));
	}

	private String code(Fact fact, @Nullable String known) {
		List<Fact.Option> options = fact.options().apply(Locale.ENGLISH);
		boolean guess = known == null || this.random.nextInt(3) == 0;
		String code = (guess && !options.isEmpty()) ? any(options).value() : Objects.requireNonNullElse(known, "x");
		return (!fact.closed() && this.random.nextInt(5) == 0) ? text(code) : code;
	}

	private BigDecimal number(BigDecimal known) {
		return switch (this.random.nextInt(4)) {
			case 0 -> known.add(new BigDecimal("0.0000000001"));
			case 1 -> known.negate();
			case 2 -> BigDecimal.valueOf(this.random.nextInt(2000) - 1000, this.random.nextInt(4));
			default -> known;
		};
	}

	private LocalDate day(LocalDate known) {
		return (this.random.nextInt(5) == 0) ? LocalDate.of(1 + this.random.nextInt(3000), 2, 28)
				: known.plusDays(this.random.nextInt(3) - 1L);
	}

	private ZoneId zone() {
		return any(List.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("UTC"), ZoneId.of("Pacific/Pago_Pago")));
	}

	private <T> T any(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
