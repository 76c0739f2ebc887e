package dev.sayso.person;

import java.util.List;

/**
 * What somebody is called by a caller, as the store finds them by it.
 *
 * @param column of the profile
 * @param shared whether several may be called so
 */
public record ProfileName(String column, Object value, boolean shared) {

	/**
	 * A query for the ids of those who are called so.
	 */
	public String ids() {
		return "select o.id from profile o where o." + this.column + " = ?"
				+ (this.shared ? " order by o.created_at limit 21" : "");
	}

	/**
	 * The condition that of the profiles {@code p} only the first of those who are called
	 * so fulfils.
	 */
	public String first() {
		return this.shared ? "p.id = (select o.id from profile o where o." + this.column
				+ " = ? order by o.created_at, o.id limit 1)" : "p." + this.column + " = ?";
	}

	public List<Object> values() {
		return List.of(this.value);
	}

}
