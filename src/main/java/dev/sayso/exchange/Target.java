package dev.sayso.exchange;

import java.util.List;
import java.util.Optional;

import dev.sayso.consent.Purpose;
import dev.sayso.profile.DetailsDraft;

/**
 * What a column of a file is: a detail, an attribute, a box <em>no longer contact</em>
 * whose yes is a no, or a consent whose yes is a yes.
 *
 * @param name the field, the attribute or the purpose
 */
public record Target(Kind kind, String name) {

	/** A column that is left out. */
	public static final Target NOTHING = new Target(Kind.NOTHING, "");

	/** The kinds of columns. */
	public enum Kind {

		NOTHING(""), DETAIL(""), ATTRIBUTE("attributes."), NO("no."), CONSENT("consent.");

		private final String prefix;

		Kind(String prefix) {
			this.prefix = prefix;
		}

	}

	/**
	 * Reads the value of a form; what means nothing leaves the column out.
	 */
	public static Target of(String key) {
		for (Kind kind : List.of(Kind.ATTRIBUTE, Kind.NO, Kind.CONSENT)) {
			if (key.startsWith(kind.prefix)) {
				Target target = new Target(kind, key.substring(kind.prefix.length()));
				return (kind == Kind.ATTRIBUTE || target.purpose().isPresent()) ? target : NOTHING;
			}
		}
		return DetailsDraft.FIELDS.contains(key) ? new Target(Kind.DETAIL, key) : NOTHING;
	}

	public static Target no(Purpose purpose) {
		return new Target(Kind.NO, purpose.key());
	}

	public static Target consent(Purpose purpose) {
		return new Target(Kind.CONSENT, purpose.key());
	}

	/**
	 * The value in forms and in the store.
	 */
	public String key() {
		return this.kind.prefix + this.name;
	}

	/**
	 * What the column is about, where it is about a say.
	 */
	public Optional<Purpose> purpose() {
		return (this.kind == Kind.NO || this.kind == Kind.CONSENT) ? Purpose.of(this.name) : Optional.empty();
	}

}
