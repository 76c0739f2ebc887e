package dev.sayso.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.BatchedQueries;

/**
 * The values people have for the declared attributes, one typed row each.
 */
@Component
public class AttributeValues {

	private static final String VALUES = """
			select v.profile_id, a.name, v.text_value, v.number_value, v.date_value, v.boolean_value
			from profile_attribute v join attribute a on a.id = v.attribute_id
			where v.profile_id
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Attributes attributes;

	AttributeValues(JdbcClient jdbc, JdbcTemplate batch, Attributes attributes) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.attributes = attributes;
	}

	public record OfPerson(Map<String, Object> values) {

		public OfPerson {
			// read by name, never iterated
			values = new HashMap<>(values);
		}

	}

	/**
	 * One person's values by attribute name: text, {@link BigDecimal}, {@link LocalDate}
	 * or {@link Boolean}.
	 */
	public Map<String, Object> find(ProfileId profile) {
		return find(List.of(profile)).getOrDefault(profile, Map.of());
	}

	public Map<ProfileId, Map<String, Object>> find(Collection<ProfileId> profiles) {
		Map<ProfileId, Map<String, Object>> values = new HashMap<>();
		Map<String, String> names = new HashMap<>();
		UUID[] ids = profiles.stream().map(ProfileId::id).toArray(UUID[]::new);
		if (ids.length > 0) {
			this.jdbc.sql(VALUES + "= any(:ids)").param("ids", ids).query((row) -> {
				values.computeIfAbsent(new ProfileId(row.getObject("profile_id", UUID.class)), (key) -> new TreeMap<>())
					.put(names.computeIfAbsent(row.getString("name"), Function.identity()), value(row));
			});
		}
		return values;
	}

	/** One person's values, to be asked in a batch with other queries. */
	public BatchedQueries.Query<OfPerson> ask(ProfileName name) {
		return new BatchedQueries.Query<>(VALUES + "in (" + name.ids() + ")", name.values(), (rows) -> {
			Map<String, Object> values = new HashMap<>();
			while (rows.next()) {
				values.put(rows.getString("name"), value(rows));
			}
			return new OfPerson(values);
		});
	}

	/** Replaces a person's values; what is not named is no longer known. */
	void replace(ProfileId profile, Map<String, Object> values) {
		this.batch.update("delete from profile_attribute where profile_id = ?", profile.id());
		add(profile, values);
	}

	void add(ProfileId profile, Map<String, Object> values) {
		if (values.isEmpty()) {
			return;
		}
		List<Object[]> rows = new ArrayList<>();
		for (Attribute attribute : this.attributes.findAllByOrderByLabel()) {
			Object value = values.get(attribute.name());
			if (value != null) {
				rows.add(row(profile, attribute, value));
			}
		}
		this.batch.batchUpdate("""
				insert into profile_attribute (profile_id, attribute_id, text_value, text_key, number_value, date_value,
					boolean_value)
				values (?, ?, ?, ?, ?, ?, ?)""", rows);
	}

	private static @Nullable Object[] row(ProfileId profile, Attribute attribute, Object value) {
		String text = (value instanceof String string) ? TextNormalizer.composed(string) : null;
		return new Object[] { profile.id(), attribute.id(), text, (text != null) ? TextNormalizer.key(text) : null,
				(value instanceof BigDecimal number) ? number : null, (value instanceof LocalDate date) ? date : null,
				(value instanceof Boolean bool) ? bool : null };
	}

	private static Object value(ResultSet row) throws SQLException {
		String text = row.getString("text_value");
		if (text != null) {
			return text;
		}
		BigDecimal decimal = row.getBigDecimal("number_value");
		if (decimal != null) {
			BigDecimal number = decimal.stripTrailingZeros();
			return (number.scale() < 0) ? number.setScale(0) : number;
		}
		LocalDate date = row.getObject("date_value", LocalDate.class);
		return (date != null) ? date : row.getBoolean("boolean_value");
	}

}
