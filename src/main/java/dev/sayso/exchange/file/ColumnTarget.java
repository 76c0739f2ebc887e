package dev.sayso.exchange.file;

import java.util.List;
import java.util.Optional;

import dev.sayso.consent.Purpose;
import dev.sayso.person.DetailsDraft;

/**
 * The target of a column: a detail, an attribute, an opt-out (<em>no longer contact</em>,
 * where yes means no), or a consent.
 *
 * @param name the field, the attribute or the purpose
 */
public record ColumnTarget(Kind kind, String name) {

	/** A column that is left out. */
	public static final ColumnTarget NOTHING = new ColumnTarget(Kind.NOTHING, "");

	/** The kinds of columns. */
	public enum Kind {

		NOTHING(""), DETAIL(""), ATTRIBUTE("attributes."), NO("no."), CONSENT("consent.");

		private final String prefix;

		Kind(String prefix) {
			this.prefix = prefix;
		}

	}

	/**
	 * Reads the value of a form; an unknown one leaves the column out.
	 */
	public static ColumnTarget of(String key) {
		for (Kind kind : List.of(Kind.ATTRIBUTE, Kind.NO, Kind.CONSENT)) {
			if (key.startsWith(kind.prefix)) {
				ColumnTarget target = new ColumnTarget(kind, key.substring(kind.prefix.length()));
				return (kind == Kind.ATTRIBUTE || target.purpose().isPresent()) ? target : NOTHING;
			}
		}
		return DetailsDraft.FIELDS.contains(key) ? new ColumnTarget(Kind.DETAIL, key) : NOTHING;
	}

	public static ColumnTarget no(Purpose purpose) {
		return new ColumnTarget(Kind.NO, purpose.key());
	}

	public static ColumnTarget consent(Purpose purpose) {
		return new ColumnTarget(Kind.CONSENT, purpose.key());
	}

	/**
	 * The value in forms and in the store.
	 */
	public String key() {
		return this.kind.prefix + this.name;
	}

	/**
	 * The purpose of an opt-out or a consent.
	 */
	public Optional<Purpose> purpose() {
		return (this.kind == Kind.NO || this.kind == Kind.CONSENT) ? Purpose.of(this.name) : Optional.empty();
	}

}
