package dev.sayso.profile.list;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Attribute;
import dev.sayso.shared.Channel;

/**
 * The list of people, ready to show.
 *
 * @param query the query of the URL, for links that carry it
 * @param matching how many match, exact to ten thousand
 * @param more whether there are more than that
 * @param everybody how many there are; null where that says nothing
 * @param previous the page before; null on the first
 * @param next the page after; null on the last
 * @param clear the list without its filters
 * @param audience where the query becomes an audience; null where there is none to make
 * @param hidden what the search carries on
 * @param menu what may be filtered by; null where it is drawn when somebody opens it
 * @param faults why the query was not answered; empty where it was
 */
record ProfileListView(ProfileQuery query, List<ProfileRowView> rows, List<Channel> channels, int matching,
		boolean more, @Nullable Integer everybody, @Nullable String previous, @Nullable String next, String clear,
		@Nullable String audience, List<Pill> pills, List<SortLink> sorts, List<Hidden> hidden,
		@Nullable FilterMenu menu, List<String> faults) {

	/**
	 * What was typed as the value of a filter and is none, and a sentence that says so.
	 */
	record Unread(String value, String told) {

	}

	record Pill(String subject, String values, String href) {

	}

	/**
	 * An order one may choose.
	 *
	 * @param direction {@code ascending} or {@code descending} where it holds now
	 */
	record SortLink(String key, String href, boolean current, @Nullable String direction) {

	}

	/** A parameter that a form carries on. */
	record Hidden(String name, String value) {

	}

	/**
	 * What may be filtered by.
	 *
	 * @param q the search that is carried on
	 * @param hidden the filters and the order that are
	 * @param countries options of a menu, as HTML
	 * @param languages options of a menu, as HTML
	 * @param unread what is wrong with a filter's value, by its parameter
	 */
	record FilterMenu(String q, List<Hidden> hidden, List<Channel> channels, List<String> reaches, String countries,
			String languages, List<String> origins, List<Attribute> attributes, Map<String, Unread> unread) {

	}

	public boolean isEmpty() {
		return this.rows.isEmpty() && !this.query.narrows() && this.faults.isEmpty();
	}

	public SortLink sort(String key) {
		return this.sorts.stream().filter((link) -> link.key().equals(key)).findFirst().orElseThrow();
	}

	public SortLink sorted() {
		return this.sorts.stream().filter(SortLink::current).findFirst().orElseThrow();
	}

}
