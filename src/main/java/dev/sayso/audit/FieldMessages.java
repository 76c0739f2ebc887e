package dev.sayso.audit;

/**
 * Says what the fields of one kind of thing are called, where a message per field would
 * not do; a room declares one as a bean.
 */
public interface FieldMessages {

	String type();

	String name(String field);

	String value(String field, String value);

}
