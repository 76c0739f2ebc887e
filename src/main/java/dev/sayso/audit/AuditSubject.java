package dev.sayso.audit;

import dev.sayso.shared.TextNormalizer;

/**
 * What an audit entry is about, named as it was called then.
 *
 * @param type the kind of thing, such as {@code account} or {@code landing-page}
 * @param name no more of it than the audit keeps, where it names many things
 */
public record AuditSubject(String type, String id, String name) {

	private static final int LONGEST = 300;

	public AuditSubject {
		name = TextNormalizer.shorten(name, LONGEST);
	}

}
