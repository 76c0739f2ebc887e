package dev.sayso.condition;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;

import dev.sayso.shared.TextNormalizer;

/**
 * A fact of a person that conditions compare, registered by the room that knows it.
 *
 * @param name in JSON: segments of letters, digits and underscores, joined by dots
 * @param phrase the family of its sentences in messages, such as {@code consents}
 * @param part what of a {@link PersonFacts} it is read from
 * @param key the form in which its texts are compared unless <em>exactly</em> is asked
 * @param reader the value in memory; null where it is not known, a {@link MultiValue}
 * where there are several of which one suffices
 * @param kept the same in the form in which it is compared, where that is kept beside it;
 * null where it has to be made of the value
 * @param total whether the SQL is never null
 * @param options what it can be; empty where it can be anything
 * @param closed whether it can be nothing else
 * @param derived the condition that it stands for; null for what is known by itself
 */
public record Fact(String name, FactType type, MessageSourceResolvable label, String phrase, Class<?> part,
		UnaryOperator<String> key, Function<PersonFacts, @Nullable Object> reader,
		@Nullable Function<PersonFacts, @Nullable Object> kept, FactSql sql, boolean total,
		Function<Locale, List<Option>> options, boolean closed, @Nullable Supplier<Condition> derived) {

	public record Option(String value, String label) {

	}

	public static <P> Fact of(String name, FactType type, MessageSourceResolvable label, Class<P> part,
			Function<P, @Nullable Object> reader, FactSql sql) {
		return new Fact(name, type, label, name, part,
				(type == FactType.TEXT) ? TextNormalizer::key : UnaryOperator.identity(),
				(person) -> reader.apply(person.part(part)), null, sql, false, (locale) -> List.of(), false, null);
	}

	public static Fact total(String name, FactType type, MessageSourceResolvable label, String phrase, Class<?> part,
			Function<PersonFacts, @Nullable Object> reader, FactSql sql) {
		return new Fact(name, type, label, phrase, part,
				(type == FactType.TEXT) ? TextNormalizer::key : UnaryOperator.identity(), reader, null, sql, true,
				(locale) -> List.of(), false, null);
	}

	public static Fact derived(String name, MessageSourceResolvable label, String phrase, Supplier<Condition> from) {
		return new Fact(name, FactType.BOOLEAN, label, phrase, Object.class, UnaryOperator.identity(), (person) -> null,
				null, (test, values) -> "1 = 0", true, (locale) -> List.of(), false, from);
	}

	public Fact keyed(UnaryOperator<String> form) {
		return new Fact(this.name, this.type, this.label, this.phrase, this.part, form, this.reader, this.kept,
				this.sql, this.total, this.options, this.closed, this.derived);
	}

	/** The same, with the form in which its texts are compared kept by that part. */
	public <P> Fact keeping(Class<P> in, Function<P, @Nullable Object> keys) {
		return new Fact(this.name, this.type, this.label, this.phrase, this.part, this.key, this.reader,
				(person) -> keys.apply(person.part(in)), this.sql, this.total, this.options, this.closed, this.derived);
	}

	/** The same, with these values to choose from and no other. */
	public Fact oneOf(Function<Locale, List<Option>> only) {
		return new Fact(this.name, this.type, this.label, this.phrase, this.part, this.key, this.reader, this.kept,
				this.sql, this.total, only, true, this.derived);
	}

	/** The same, with these values to choose from, or another that was once. */
	public Fact suggesting(Function<Locale, List<Option>> some) {
		return new Fact(this.name, this.type, this.label, this.phrase, this.part, this.key, this.reader, this.kept,
				this.sql, this.total, some, false, this.derived);
	}

	Function<PersonFacts, @Nullable Object> reads(boolean exactly) {
		return (exactly || this.kept == null) ? this.reader : this.kept;
	}

	String option(String value, Locale reader) {
		return this.options.apply(reader)
			.stream()
			.filter((option) -> option.value().equals(value))
			.map(Option::label)
			.findFirst()
			.orElse(value);
	}

}
