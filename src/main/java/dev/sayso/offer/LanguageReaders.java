package dev.sayso.offer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.store.KeptReading;
import dev.sayso.store.TimedQueries;

/**
 * Counts how many people read each language.
 */
@Component
public class LanguageReaders {

	/** The time limit of a count, in seconds. */
	private static final int LIMIT = 3;

	private final TimedQueries queries;

	private final KeptReading<Readers> kept = new KeptReading<>();

	LanguageReaders(TimedQueries queries) {
		this.queries = queries;
	}

	/**
	 * How many people read each language.
	 *
	 * @param byLanguage by tag in lower case, with its region and without; those who read
	 * one that is not known are under the empty name
	 * @param people everybody; -1 where it was not counted in time
	 */
	public record Readers(Map<String, Long> byLanguage, long people) {

		static final Readers UNKNOWN = new Readers(Map.of(), -1);

		public boolean known() {
			return this.people >= 0;
		}

		/** How many read a language; one without a region is read by those of each. */
		public long count(String tag) {
			return this.byLanguage.getOrDefault(tag.toLowerCase(Locale.ROOT), 0L);
		}

		/** How many read none of some languages. */
		public long ofNone(Collection<String> tags) {
			Set<String> read = new LinkedHashSet<>();
			tags.forEach((tag) -> read.add(tag.toLowerCase(Locale.ROOT)));
			long readers = read.stream()
				.filter((tag) -> !tag.contains("-") || !read.contains(base(tag)))
				.mapToLong(this::count)
				.sum();
			return Math.max(0, this.people - readers);
		}

		private static String base(String tag) {
			return tag.substring(0, tag.indexOf('-'));
		}

		/** The languages that most people read, without regions. */
		public Set<String> mostRead(int most) {
			Set<String> tags = new LinkedHashSet<>();
			this.byLanguage.entrySet()
				.stream()
				.filter((language) -> !language.getKey().isEmpty() && !language.getKey().contains("-"))
				.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
				.limit(most)
				.forEach((language) -> tags.add(language.getKey()));
			return tags;
		}

	}

	/**
	 * Counts those who read each language without its region, and those of these
	 * languages that have one.
	 */
	public Readers count(Collection<String> languages) {
		Set<String> regional = languages.stream()
			.filter((tag) -> tag.contains("-"))
			.map((tag) -> tag.toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new));
		return this.kept.get(regional, () -> read(regional));
	}

	private Readers read(Set<String> regional) {
		try {
			return this.queries.ask(LIMIT, (store) -> {
				Map<String, Long> counts = new HashMap<>();
				store.sql("select language_key, count(*) from profile group by language_key").query((row) -> {
					counts.put(Objects.requireNonNullElse(row.getString(1), ""), row.getLong(2));
				});
				long people = counts.values().stream().mapToLong(Long::longValue).sum();
				if (!regional.isEmpty()) {
					store.sql("""
							select lower(language), count(*) from profile
							where language_key in (:bases) and lower(language) in (:tags) group by lower(language)""")
						.param("bases", regional.stream().map(Readers::base).distinct().toList())
						.param("tags", regional)
						.query((row) -> {
							counts.put(row.getString(1), row.getLong(2));
						});
				}
				return new Readers(counts, people);
			});
		}
		catch (DataAccessException ex) {
			return Readers.UNKNOWN;
		}
	}

}
