package dev.sayso.audit;

import java.util.Set;

/**
 * Says what the fields of some kinds of things are called, where a message per field
 * would not do; a room declares one as a bean.
 */
public interface FieldMessages {

	Set<String> types();

	String name(String field);

	String value(String field, String value);

}
