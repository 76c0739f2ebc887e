package dev.sayso.person;

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

	/**
	 * The same of names from a file, which are told apart by how they look: an id, an
	 * address with an at sign, a number with a plus sign, else an external id.
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
			.param("values",
					column.equals("id") ? values.keySet().toArray(UUID[]::new) : values.keySet().toArray(String[]::new))
			.query((row) -> {
				ProfileId id = new ProfileId(row.getObject(1, UUID.class));
				Object value = column.equals("id") ? id.id() : row.getString(2);
				values.getOrDefault(value, List.of())
					.forEach((name) -> profiles.computeIfAbsent(name, (key) -> new ArrayList<>()).add(id));
			}));
		return profiles;
	}

}
