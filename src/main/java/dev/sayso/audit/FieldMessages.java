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

	/** A change as people read it. */
	default FieldChange translate(FieldChange change) {
		String before = change.before();
		String after = change.after();
		return new FieldChange(name(change.field()), (before != null) ? value(change.field(), before) : null,
				(after != null) ? value(change.field(), after) : null);
	}

}
