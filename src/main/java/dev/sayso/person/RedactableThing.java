package dev.sayso.person;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Things whose texts may name somebody who is erased; a room declares its own among its
 * beans.
 *
 * @param type as the audit names it, and the table; the versions stand in
 * {@code <type>_version}
 * @param texts the columns that may name somebody
 * @param event tells that something was redacted; null where nobody has to know
 * @param versioned whether it has versions
 */
public record RedactableThing(String type, List<String> texts, @Nullable Object event, boolean versioned) {

	public RedactableThing(String type, List<String> texts, @Nullable Object event) {
		this(type, texts, event, true);
	}

}
