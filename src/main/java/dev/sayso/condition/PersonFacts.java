package dev.sayso.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * The facts of a person at a time, in the parts that rooms keep of them.
 */
public final class PersonFacts {

	private final Instant now;

	private final ZoneId zone;

	private final Object[] parts;

	private @Nullable LocalDate today;

	private PersonFacts(Instant now, ZoneId zone, Object[] parts) {
		this.now = now;
		this.zone = zone;
		this.parts = parts;
	}

	/**
	 * A person at a time.
	 * @param zone where their days begin
	 */
	public static PersonFacts at(Instant now, ZoneId zone, Object... parts) {
		return new PersonFacts(now, zone, parts);
	}

	/** A person's zone, or the usual one where theirs is none that is known. */
	public static ZoneId zone(String id, ZoneId usual) {
		return EvaluationTime.zone(id, usual);
	}

	public PersonFacts then(Instant time) {
		return new PersonFacts(time, this.zone, this.parts);
	}

	public PersonFacts with(Object changed) {
		Object[] others = this.parts.clone();
		for (int at = 0; at < others.length; at++) {
			if (others[at].getClass() == changed.getClass()) {
				others[at] = changed;
			}
		}
		return new PersonFacts(this.now, this.zone, others);
	}

	/**
	 * A part of what is known.
	 * @throws IllegalStateException when it was not read: what a condition names must
	 * never be silently unknown
	 */
	public <P> P part(Class<P> type) {
		for (Object part : this.parts) {
			if (part.getClass() == type) {
				return type.cast(part);
			}
		}
		throw new IllegalStateException(type.getSimpleName() + " was not read of this person");
	}

	/** Whether all of these parts were read. */
	public boolean has(Collection<Class<?>> types) {
		return types.stream().allMatch((type) -> {
			for (Object part : this.parts) {
				if (part.getClass() == type) {
					return true;
				}
			}
			return false;
		});
	}

	/** The time for which they are asked. */
	public Instant now() {
		return this.now;
	}

	LocalDate today() {
		if (this.today == null) {
			this.today = LocalDate.ofInstant(this.now, this.zone);
		}
		return this.today;
	}

	public ZoneId zone() {
		return this.zone;
	}

}
