package dev.sayso.profile.list;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.SqlBindings;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.SearchTerms;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.TimedQueries;

/**
 * Finds the people whom the list would, those first whom what was typed fits best: whose
 * name begins with it, whose names its words begin, whose addresses, then all others.
 */
@Component
class ProfileRanking {

	private final ProfileSearch search;

	private final TimedQueries queries;

	private final DetailsDrafts drafts;

	ProfileRanking(ProfileSearch search, TimedQueries queries, DetailsDrafts drafts) {
		this.search = search;
		this.queries = queries;
		this.drafts = drafts;
	}

	/**
	 * @param matching how many match, counted no further than one past
	 * {@link ProfileListPage#COUNTED}
	 */
	record Best(List<ProfileId> people, int matching) {

	}

	SearchTerms terms(String typed) {
		return SearchTerms.of(typed, this.drafts.region());
	}

	Best find(String typed, int limit) {
		ProfileQuery query = new ProfileQuery(typed, List.of(), ProfileQuery.Sort.NAME, true);
		SearchTerms terms = terms(typed);
		List<ProfileId> matching = this.search.some(query, new SqlBindings(), "", ProfileListPage.COUNTED);
		List<ProfileId> candidates = (matching.size() <= ProfileListPage.COUNTED) ? matching
				: Stream.concat(named(query, terms).stream(), matching.stream()).distinct().toList();
		return new Best(order(candidates, typed, terms, limit), matching.size());
	}

	/** Where too many match to order them, those whose names fit are looked up. */
	private List<ProfileId> named(ProfileQuery query, SearchTerms terms) {
		SqlBindings values = new SqlBindings();
		return this.search.some(query, values, "\n\tand " + names(terms, values), ProfileListPage.COUNTED);
	}

	private List<ProfileId> order(List<ProfileId> people, String typed, SearchTerms terms, int limit) {
		SqlBindings values = new SqlBindings();
		String sql = """
				select p.id
				from unnest(cast(%s as uuid array)) m(id) join profile p on p.id = m.id
				order by case when %s then 0 when %s then 1 when %s then 2 when %s then 3 else 4 end, p.name_key, p.id
				limit %d""".formatted(values.bind(people.stream().map(ProfileId::toString).toArray(String[]::new)),
				like("concat_ws(' ', p.first_name_key, p.last_name_key)", "", TextNormalizer.text(typed), values),
				names(terms, values), whole(terms, values), addresses(terms, values), limit);
		return this.queries.ask((store) -> store.sql(sql)
			.params(values.values())
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list());
	}

	private static String names(SearchTerms terms, SqlBindings values) {
		return each(terms, (word) -> name(word, values));
	}

	/** That it is an address as it stands. */
	private static String whole(SearchTerms terms, SqlBindings values) {
		return each(terms, (word) -> values.bind(word) + " in (p.email_key, p.external_id_key, p.mobile, p.phone)");
	}

	private static String addresses(SearchTerms terms, SqlBindings values) {
		String words = each(terms,
				(word) -> Stream
					.of(name(word, values), begins("p.email_key", word, values, "", "%@", "%.", "%-"),
							begins("p.external_id_key", word, values, "", "%-", "%."))
					.collect(Collectors.joining(" or ")));
		return Stream
			.concat(Stream.of(words),
					terms.numbers()
						.stream()
						.flatMap((number) -> Stream.of("p.mobile", "p.phone")
							.map((column) -> like(column, "%", number, values))))
			.collect(Collectors.joining(" or ", "(", ")"));
	}

	private static String name(String word, SqlBindings values) {
		return begins("p.name_key", word, values, "", "% ", "%-", "%'");
	}

	/** That it holds for one spelling of each word. */
	private static String each(SearchTerms terms, Function<String, String> condition) {
		return terms.words()
			.stream()
			.map((spellings) -> spellings.stream().map(condition).collect(Collectors.joining(" or ", "(", ")")))
			.collect(Collectors.joining(" and ", "(", ")"));
	}

	private static String begins(String column, String word, SqlBindings values, String... before) {
		return Stream.of(before).map((start) -> like(column, start, word, values)).collect(Collectors.joining(" or "));
	}

	private static String like(String column, String before, String text, SqlBindings values) {
		return column + " like " + values.bind(before + text.replaceAll("([!%_])", "!$1") + "%") + " escape '!'";
	}

}
