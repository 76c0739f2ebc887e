package dev.sayso.condition;

/**
 * Rows of a table, as {@code r}, of which a person is to have one.
 *
 * @param rough the SQL that holds of all of them and needs nothing of the person, so that
 * they are found before it is known whose they are
 * @param exact the SQL that holds of no others
 */
record RelatedRows(String table, String rough, String exact) {

	/**
	 * These and others of the same table, to be asked for at once: a planner joins what
	 * one {@code exists} asks for, but of two either of which suffices, it asks anew for
	 * each person.
	 */
	RelatedRows or(RelatedRows more) {
		return new RelatedRows(this.table, this.rough + "\n\tor " + more.rough, this.exact + "\n\tor " + more.exact);
	}

	/**
	 * The SQL, never null, that holds of a person who has one. Nearly all that are found
	 * roughly also pass exactly, but a planner that sees what that takes expects few, and
	 * then looks for each by itself; of a case it expects that it is not null.
	 */
	String exist() {
		String passing = this.exact.equals(this.rough) ? ""
				: "\n\tand case when " + this.exact + " then 1 end is not null";
		return "exists (select 1 from " + this.table + " r where r.profile_id = p.id and (" + this.rough + ")" + passing
				+ ")";
	}

}
