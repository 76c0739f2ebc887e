package dev.sayso.exchange.file;

import java.util.List;
import java.util.Optional;

import dev.sayso.consent.Purpose;
import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.Slug;

/**
 * The target of a column: a detail, an attribute, an opt-out (<em>no longer contact</em>,
 * where yes means no), a consent, or the time when either was said.
 *
 * @param name the field, the attribute or the purpose
 */
public record ColumnTarget(Kind kind, String name) {

	/** A column that is left out. */
	public static final ColumnTarget NOTHING = new ColumnTarget(Kind.NOTHING, "");

	/** The id that Sayso itself gave a person. */
	public static final ColumnTarget ID = new ColumnTarget(Kind.DETAIL, "id");

	/** Opens and clicks alike, as most names of columns mean. */
	private static final String TRACKING = "tracking";

	public enum Kind {

		NOTHING(""), DETAIL(""), ATTRIBUTE("attributes."), NO("no."), CONSENT("consent."),

		/** Yes means that the person was asked and has not answered yet. */
		PENDING("pending."),
		/** Whether people are subscribed to a service; its name is the service's key. */
		SERVICE("service."), SAID_AT("at.");

		private final String prefix;

		Kind(String prefix) {
			this.prefix = prefix;
		}

	}

	/** Reads the value of a form; an unknown one leaves the column out. */
	public static ColumnTarget of(String key) {
		for (Kind kind : List.of(Kind.ATTRIBUTE, Kind.NO, Kind.CONSENT, Kind.PENDING, Kind.SERVICE, Kind.SAID_AT)) {
			if (key.startsWith(kind.prefix)) {
				ColumnTarget target = new ColumnTarget(kind, key.substring(kind.prefix.length()));
				boolean known = kind == Kind.ATTRIBUTE || target.purpose().isPresent() || target.service().isPresent();
				return known ? target : NOTHING;
			}
		}
		if (key.equals(ID.name)) {
			return ID;
		}
		return DetailsDraft.FIELDS.contains(key) ? new ColumnTarget(Kind.DETAIL, key) : NOTHING;
	}

	public static ColumnTarget no(Purpose purpose) {
		return new ColumnTarget(Kind.NO, purpose.key());
	}

	public static ColumnTarget consent(Purpose purpose) {
		return new ColumnTarget(Kind.CONSENT, purpose.key());
	}

	public ColumnTarget as(Kind kind) {
		return new ColumnTarget(kind, this.name);
	}

	/** A column about a service. */
	public static ColumnTarget service(String key) {
		return new ColumnTarget(Kind.SERVICE, key);
	}

	/** The time when what a column about a service says was said. */
	public static ColumnTarget timeOfService(String key) {
		return new ColumnTarget(Kind.SAID_AT, Kind.SERVICE.prefix + key);
	}

	public static ColumnTarget tracking(Kind kind) {
		return new ColumnTarget(kind, TRACKING);
	}

	/** Reads the name of a purpose, or of several at once; nothing where it is none. */
	public static ColumnTarget about(Kind kind, String purpose) {
		ColumnTarget target = new ColumnTarget(kind, purpose);
		return target.purposes().isEmpty() ? NOTHING : target;
	}

	public String key() {
		return this.kind.prefix + this.name;
	}

	/** The key of the service that a column, or a time, is about. */
	public Optional<String> service() {
		String key = (this.kind == Kind.SERVICE) ? this.name
				: (this.kind == Kind.SAID_AT && this.name.startsWith(Kind.SERVICE.prefix))
						? this.name.substring(Kind.SERVICE.prefix.length()) : "";
		return Optional.of(key).filter(Slug::isSlug);
	}

	/** Whether its cells say yes or no, or more than that. */
	public boolean isSaid() {
		return isAnswer() || this.kind == Kind.SERVICE;
	}

	/** Whether it is about one or several purposes of a consent. */
	public boolean isAnswer() {
		return this.kind == Kind.NO || this.kind == Kind.CONSENT || this.kind == Kind.PENDING;
	}

	/**
	 * Whether two columns may have this target: two answers about one thing are both
	 * heard.
	 */
	public boolean isShared() {
		return this.kind == Kind.NOTHING || isSaid();
	}

	public boolean bringsNoes() {
		return this.kind == Kind.NO || this.kind == Kind.CONSENT || this.kind == Kind.SERVICE;
	}

	/** The purpose of an opt-out, a consent or its time; the first of several. */
	public Optional<Purpose> purpose() {
		return purposes().stream().findFirst();
	}

	/** The purposes of an opt-out, a consent or its time: one, but for tracking. */
	public List<Purpose> purposes() {
		if (!isAnswer() && this.kind != Kind.SAID_AT) {
			return List.of();
		}
		return this.name.equals(TRACKING) ? List.of(Purpose.TRACKING_OPENS, Purpose.TRACKING_CLICKS)
				: Purpose.of(this.name).map(List::of).orElse(List.of());
	}

}
