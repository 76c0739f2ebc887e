package dev.sayso.person;

import java.util.List;

/**
 * A caller's name for a person, as the store looks it up.
 *
 * @param column of the profile
 * @param shared whether several people may have it
 */
public record ProfileName(String column, Object value, boolean shared) {

	/** A query for the ids of all who have the name. */
	public String ids() {
		return "select o.id from profile o where o." + this.column + " = ?"
				+ (this.shared ? " order by o.created_at limit 21" : "");
	}

	/** A query for all who have the name, as far as anybody wants to tell them apart. */
	String profiles() {
		return "select p.* from profile p where p." + this.column + " = ?"
				+ (this.shared ? " order by p.created_at limit 21" : "");
	}

	/** The condition that holds for the first of the profiles {@code p} with the name. */
	public String first() {
		return this.shared ? "p.id = (select o.id from profile o where o." + this.column
				+ " = ? order by o.created_at, o.id limit 1)" : "p." + this.column + " = ?";
	}

	public List<Object> values() {
		return List.of(this.value);
	}

}
