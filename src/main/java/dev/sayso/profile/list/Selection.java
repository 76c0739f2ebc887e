package dev.sayso.profile.list;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The people somebody ticked in the list, or all that a query matched, with how many that
 * were when it was shown.
 *
 * @param count how many were shown; null when the page first asks
 */
record Selection(@Nullable List<String> id, @Nullable Boolean all, @Nullable String query, @Nullable Integer count) {

	/** More people than this are not changed by one click. */
	static final int MOST = 10_000;

	public boolean everybody() {
		return Boolean.TRUE.equals(this.all);
	}

	public List<String> ids() {
		return (this.id != null) ? this.id.stream().distinct().toList() : List.of();
	}

	ProfileQuery asked() {
		return ProfileQuery.parse((this.query != null) ? this.query : "");
	}

}
