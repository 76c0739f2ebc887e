package dev.sayso.person;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;

/**
 * Who changes a person's details, and by what.
 *
 * @param source the page, file or system, in words
 */
public record ProfileEditor(Origin origin, Actor actor, @Nullable String source) {

	/** What lists show as the one who changed something last. */
	public String label() {
		boolean bySource = this.origin == Origin.IMPORT || this.actor.name().isEmpty();
		return (bySource && this.source != null) ? this.source : this.actor.name();
	}

}
