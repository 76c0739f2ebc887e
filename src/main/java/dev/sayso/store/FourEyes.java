package dev.sayso.store;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;

/**
 * Four eyes over a thing that goes live: where they are required, another than who
 * changed it last lets it, and it takes two to require them no more.
 *
 * @param editor who changed it last
 * @param requestedAt when they asked for it to go live as it stands; null where they have
 * not
 * @param release who asked that four eyes be required no more; null for nobody
 */
public record FourEyes(boolean required, Person editor, @Nullable Instant requestedAt, @Nullable Person release) {

	private static final String ON = "on";

	/**
	 * Somebody who did something.
	 *
	 * @param id their account's; null where it is not known, so that their name stands in
	 */
	public record Person(@Nullable String id, String name, Instant at) {

		static Person of(Actor actor, Instant at) {
			return new Person(actor.id(), actor.name(), at);
		}

		boolean is(Actor actor) {
			return (this.id != null && actor.id() != null) ? this.id.equals(actor.id())
					: this.name.equals(actor.name());
		}

	}

	/** Of a thing that does not require them. */
	public static FourEyes of(Actor editor, Instant now) {
		return new FourEyes(false, Person.of(editor, now), null, null);
	}

	/** Of a thing from before this was kept. */
	public static FourEyes of(String editor, Instant at) {
		return new FourEyes(false, new Person(null, editor, at), null, null);
	}

	/** The thing was changed: what was asked for is asked no more. */
	public FourEyes edit(Actor by, Instant now) {
		return new FourEyes(this.required, Person.of(by, now), null, this.release);
	}

	/** Asks for it to go live; only who changed it last has somebody to ask. */
	public FourEyes request(Actor by, Instant now) {
		boolean asks = this.required && this.requestedAt == null && this.editor.is(by);
		return asks ? new FourEyes(true, this.editor, now, this.release) : this;
	}

	/** What of it stands in the audit, by field. */
	public Map<String, String> fields() {
		return Map.of("fourEyes", this.required ? ON : "", "fourEyesRelease", (this.release != null) ? ON : "");
	}

	/** The same once it went live. */
	public FourEyes close() {
		return new FourEyes(this.required, this.editor, null, this.release);
	}

	/** Requires four eyes from now on, whoever asked that they be required no more. */
	public FourEyes require() {
		return new FourEyes(true, this.editor, this.requestedAt, null);
	}

	/** Asks that they be required no more; where another asked before, they are not. */
	public FourEyes release(Actor by, Instant now) {
		if (!this.required || (this.release != null && this.release.is(by))) {
			return this;
		}
		return (this.release == null) ? new FourEyes(true, this.editor, this.requestedAt, Person.of(by, now))
				: new FourEyes(false, this.editor, null, null);
	}

	/** Whether this person may let it go live. */
	public boolean lets(Actor by) {
		return !this.required || !this.editor.is(by);
	}

	/** Whether this person may say that four eyes be required no more. */
	public boolean mayRelease(Actor by) {
		return this.release != null && !this.release.is(by);
	}

	/** Who asked for it to go live; null for nobody. */
	public @Nullable String requestedBy() {
		return (this.requestedAt != null) ? this.editor.name() : null;
	}

	/**
	 * @throws FourEyesException when this person may not let it go live
	 */
	public void check(Actor by) {
		if (!lets(by)) {
			throw new FourEyesException(this.editor.name());
		}
	}

}
