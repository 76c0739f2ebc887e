package dev.sayso.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.audit.PeopleFileLog;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.person.ProfileErased;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.TextNormalizer;

/**
 * Takes what names an erased person out of the filters of exports that were made, and out
 * of the log of other files.
 */
@Component
public class ExportErasure {

	private final JdbcClient jdbc;

	private final PeopleFileLog log;

	ExportErasure(JdbcClient jdbc, PeopleFileLog log) {
		this.log = log;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.log.forget(erased.profile().toString());
	}

	/**
	 * Replaces such filters by one that matches nobody, so that the file cannot be
	 * downloaded again.
	 */
	public void forgetMentions(List<String> identifiers) {
		List<String> normalised = identifiers.stream().map(TextNormalizer::text).toList();
		Map<UUID, String> queries = new HashMap<>();
		this.jdbc.sql("select id, query from file_export where query <> ''").query((row) -> {
			queries.put(row.getObject(1, UUID.class), row.getString(2));
		});
		queries.forEach((id, query) -> {
			boolean mentions = values(ProfileQuery.parse(query)).map(TextNormalizer::text)
				.anyMatch((value) -> normalised.stream().anyMatch(value::contains));
			if (mentions) {
				this.jdbc.sql("update file_export set query = 'condition=' where id = :id").param("id", id).update();
			}
		});
	}

	private static Stream<String> values(ProfileQuery query) {
		Stream<String> filters = query.filters()
			.stream()
			.flatMap((filter) -> filter.values().stream())
			.flatMap(ExportErasure::compared);
		return Stream.concat(Stream.of(query.q()), filters);
	}

	private static Stream<String> compared(String value) {
		try {
			return ConditionJson.parse(value)
				.comparisons()
				.flatMap((comparison) -> comparison.values().stream())
				.map(Object::toString);
		}
		catch (InvalidConditionException ex) {
			return Stream.of(value);
		}
	}

}
