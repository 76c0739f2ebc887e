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

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

/**
 * Finds the people that many references name, in one query for each kind of reference.
 */
@Component
public class BatchedProfileLookup {

	private final JdbcClient jdbc;

	private final Settings settings;

	BatchedProfileLookup(JdbcClient jdbc, Settings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
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

	private Map<String, List<ProfileId>> resolve(Collection<String> names, UnaryOperator<String> reference) {
		Map<String, Map<Object, List<String>>> namesByKey = new HashMap<>();
		Set.copyOf(names).forEach((name) -> {
			ProfileName key = name(reference.apply(name));
			if (key != null) {
				namesByKey.computeIfAbsent(key.column(), (column) -> new HashMap<>())
					.computeIfAbsent(key.value(), (value) -> new ArrayList<>())
					.add(name);
			}
		});
		Map<String, List<ProfileId>> profiles = new LinkedHashMap<>();
		namesByKey.forEach((column, values) -> this.jdbc
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

	/** How the store finds whom a reference names; null where it can name nobody. */
	@Nullable public ProfileName name(String reference) {
		if (reference.indexOf('\0') >= 0) {
			return null;
		}
		int colon = reference.indexOf(':');
		String value = reference.substring(colon + 1).strip();
		return switch ((colon < 0) ? "id" : reference.substring(0, colon)) {
			case "id" -> Ids.parse(value).map((id) -> new ProfileName("id", id, false)).orElse(null);
			case "externalId" -> new ProfileName("external_id", value, false);
			case "email" -> new ProfileName("email_key", EmailAddress.normalize(value), true);
			case "mobile" -> {
				String number = PhoneNumbers.e164(value, this.settings.get("general.region", "BE"));
				yield (number != null) ? new ProfileName("mobile", number, true) : null;
			}
			default -> null;
		};
	}

}
