package dev.sayso.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Finds the people that many references name, in one query for each kind of reference.
 */
@Component
public class BatchedProfileLookup {

	private final JdbcClient jdbc;

	private final ProfileLookup lookup;

	BatchedProfileLookup(JdbcClient jdbc, ProfileLookup lookup) {
		this.jdbc = jdbc;
		this.lookup = lookup;
	}

	/**
	 * The people that each reference names, as the API names people: an id,
	 * {@code externalId:…}, {@code email:…} or {@code mobile:…}. An address may mean
	 * several; what means nobody is left out.
	 */
	public Map<String, List<ProfileId>> find(Collection<String> references) {
		return resolve(references, UnaryOperator.identity());
	}

	/** All whom each reference names, the oldest profile first. */
	public Map<String, List<Profile>> candidates(Collection<String> references) {
		Map<String, List<Profile>> candidates = new HashMap<>();
		columns(references).forEach((column, values) -> this.jdbc
			.sql("select p.* from profile p where p." + column + " = any(:values) order by p.created_at")
			.param("values", values(column, values))
			.query((row) -> {
				Profile profile = ProfileRowMapper.read(row);
				values.getOrDefault(value(column, row), List.of())
					.forEach((name) -> candidates.computeIfAbsent(name, (key) -> new ArrayList<>()).add(profile));
			}));
		return candidates;
	}

	private static Object[] values(String column, Map<Object, List<String>> values) {
		return column.equals("id") ? values.keySet().toArray(UUID[]::new) : values.keySet().toArray(String[]::new);
	}

	private static Object value(String column, ResultSet row) throws SQLException {
		return column.equals("id") ? row.getObject(column, UUID.class) : row.getString(column);
	}

	/**
	 * The people that names from a file mean, which are told apart by how they look: an
	 * id, an address with an at sign, a number with a plus sign, else an external id.
	 */
	public Map<String, List<ProfileId>> ofPlain(Collection<String> names) {
		return resolve(names, BatchedProfileLookup::named);
	}

	static String named(String name) {
		if (Ids.parse(name).isPresent() || name.matches("(externalId|email|mobile):.*")) {
			return name;
		}
		if (name.contains("@")) {
			return "email:" + name;
		}
		return (name.matches("\\+[\\d\\s().-]{6,20}") ? "mobile:" : "externalId:") + name;
	}

	/**
	 * What the references ask for: by column of the profile, each value with the
	 * references that mean it; what can mean nobody is left out.
	 */
	public Map<String, Map<Object, List<String>>> columns(Collection<String> references) {
		return columns(references, UnaryOperator.identity());
	}

	private Map<String, Map<Object, List<String>>> columns(Collection<String> names, UnaryOperator<String> reference) {
		Map<String, Map<Object, List<String>>> namesByKey = new HashMap<>();
		Set.copyOf(names).forEach((name) -> {
			ProfileName key = this.lookup.name(reference.apply(name));
			if (key != null) {
				namesByKey.computeIfAbsent(key.column(), (column) -> new HashMap<>())
					.computeIfAbsent(key.value(), (value) -> new ArrayList<>(1))
					.add(name);
			}
		});
		return namesByKey;
	}

	private Map<String, List<ProfileId>> resolve(Collection<String> names, UnaryOperator<String> reference) {
		Map<String, List<ProfileId>> profiles = new LinkedHashMap<>();
		columns(names, reference).forEach((column, values) -> this.jdbc
			.sql("select id, " + column + " from profile where " + column + " = any(:values)")
			.param("values", values(column, values))
			.query((row) -> {
				ProfileId id = new ProfileId(row.getObject("id", UUID.class));
				values.getOrDefault(value(column, row), List.of())
					.forEach((name) -> profiles.computeIfAbsent(name, (key) -> new ArrayList<>()).add(id));
			}));
		return profiles;
	}

}
