package dev.sayso.profile;

import java.util.List;

/**
 * What somebody is called by a caller, as the store finds them by it.
 *
 * @param column of the profile
 * @param shared whether several may be called so
 */
public record OneName(String column, Object value, boolean shared) {

	/**
	 * A query for the ids of those who are called so.
	 */
	public String ids() {
		return "select o.id from profile o where o." + this.column + " = ?"
				+ (this.shared ? " order by o.created_at limit 21" : "");
	}

	public List<Object> values() {
		return List.of(this.value);
	}

}
