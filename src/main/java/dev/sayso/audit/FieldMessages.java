package dev.sayso.audit;

/**
 * Says what the fields of one kind of thing are called, where a message per field would
 * not do; a room declares one as a bean.
 */
public interface FieldMessages {

	/**
	 * The kind, as {@link AuditSubject#type()} has it.
	 */
	String type();

	/**
	 * A field as people call it.
	 */
	String name(String field);

	/**
	 * A field's value as people read it.
	 */
	String value(String field, String value);

}
