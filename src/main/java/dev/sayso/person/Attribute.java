package dev.sayso.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.TextNormalizer;

/**
 * Something a deployment wants to know about people besides their details, declared in
 * Settings.
 *
 * @param name how the API and files name it: a letter, then letters, digits or
 * underscores
 * @param label how people read it
 * @param options one of a list: the list, a line each
 */
public record Attribute(@Id UUID id, @Version @Nullable Integer version, String name, String label, Type type,
		String options, Instant createdAt) implements Audited {

	public enum Type {

		TEXT, NUMBER, DATE, BOOLEAN, ONE_OF

	}

	public List<String> choices() {
		return this.options.lines()
			.map(TextNormalizer::composed)
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	/** Reads a text as a value of this attribute's type; null where it is none. */
	public @Nullable Object parse(String text) {
		String plain = TextNormalizer.composed(text).strip();
		return switch (this.type) {
			case TEXT -> (plain.length() <= 1000) ? plain : null;
			case ONE_OF -> choices().contains(plain) ? plain : null;
			case NUMBER -> number(plain);
			case DATE -> WrittenDate.parse(plain).orElse(null);
			case BOOLEAN -> WrittenAnswer.yesOrNo(plain).orElse(null);
		};
	}

	private static @Nullable BigDecimal number(String text) {
		try {
			BigDecimal number = new BigDecimal(text.replace(',', '.'));
			boolean fits = number.abs().compareTo(BigDecimal.TEN.pow(27)) < 0
					&& number.stripTrailingZeros().scale() <= 10;
			return fits ? number.stripTrailingZeros() : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("attribute", this.id.toString(), this.label);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "label", this.label, "type", this.type, "options", this.options);
	}

	@Override
	public Object event(String action) {
		return new AttributesChanged();
	}

}
