package dev.sayso.shared.page;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record ListPage<T>(ListQuery query, List<T> rows, int count, int total, @Nullable String previous,
		@Nullable String next) {

	/** The same with its rows as they are shown. */
	public <R> ListPage<R> map(Function<List<T>, List<R>> views) {
		return new ListPage<>(this.query, views.apply(this.rows), this.count, this.total, this.previous, this.next);
	}

}
