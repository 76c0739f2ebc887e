package dev.sayso.audit;

/**
 * What an audit entry is about, named as it was called then.
 *
 * @param type the kind of thing, such as {@code account} or {@code landing-page}
 */
public record AuditSubject(String type, String id, String name) {

}
