package dev.sayso.audit;

import java.util.Set;

/**
 * Where the things of one kind are shown, so that an entry can lead to what it is about;
 * a room declares its own as beans.
 *
 * @param type the kind, as in {@link AuditSubject#type()}
 * @param href the address, with {@code {id}} where the subject's goes
 * @param roles who may read of it; empty for everybody
 */
public record AuditSubjectPage(String type, String href, Set<String> roles) {

	public static AuditSubjectPage of(String type, String href) {
		return new AuditSubjectPage(type, href, Set.of());
	}

	public static AuditSubjectPage ofSettings(String type, String href) {
		return new AuditSubjectPage(type, href, Set.of("ADMIN", "AUDITOR"));
	}

	boolean shownTo(String role) {
		return this.roles.isEmpty() || this.roles.contains(role);
	}

	String href(AuditSubject subject) {
		return this.href.replace("{id}", subject.id());
	}

}
