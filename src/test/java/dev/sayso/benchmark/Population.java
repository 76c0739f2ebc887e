package dev.sayso.benchmark;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many different people, written by the store itself: what a detail is depends on the
 * person's number by a prime of its own, so that no two details hang together.
 */
final class Population {

	/** The declared attributes: a text, a number and a day. */
	static final UUID CLUB = UUID.fromString("01900000-0000-7000-9000-000000000001");

	static final UUID POINTS = UUID.fromString("01900000-0000-7000-9000-000000000002");

	static final UUID LAST_BOUGHT = UUID.fromString("01900000-0000-7000-9000-000000000003");

	private static final String FROM = " from generate_series(1, %d) as g(n)";

	private static final String ID = "cast('01900000-0000-7000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid)";

	private static final String PROFILES = """
			insert into profile (id, version, external_id, external_id_key, first_name, first_name_key, last_name,
				last_name_key, email, email_key, mobile, phone, call_key, street, street_key, postal_code,
				postal_code_key, city, city_key, post_key, country, language, language_key, time_zone, birth_date,
				name_key, search_text, bucket, created_at, updated_at, changed_by)
			select id, 0, ext, lower(ext), first_name, lower(first_name), last_name, lower(last_name),
				email, lower(email), mobile, phone, coalesce(phone, mobile), street, lower(street), postal_code,
				postal_code, city, city_key,
				lower(last_name || ' ' || first_name || ' ' || street || ' ' || postal_code) || ' ' || city_key || ' '
					|| lower(country),
				country, language, substring(language from 1 for 2), time_zone, birth_date,
				lower(last_name || ' ' || first_name),
				lower(first_name || ' ' || last_name || ' ' || first_name || ' ' || coalesce(email || ' ', '') || ext),
				bucket, created_at, created_at, 'Sayso'
			from (select %s as id, 'L-' || n as ext,
				(array['Camille', 'Sofie', 'Jan', 'Emma', 'Noah', 'Louise', 'Lucas', 'Marie', 'Arthur', 'Olivia',
					'Liam', 'Alice', 'Jules'])[1 + mod(n, 13)] as first_name,
				(array['Maes', 'Peeters', 'Janssens', 'Martin', 'Bernard', 'Dubois', 'Thomas', 'Robert', 'Richard',
					'Petit', 'Durand', 'Leroy', 'Moreau', 'Simon', 'Laurent', 'Michel', 'Garcia'])[1 + mod(n, 17)]
					as last_name,
				case when mod(n, 19) > 0 then 'Person.' || n || '@posteo.example' end as email,
				case when mod(n, 5) < 3 then '+336' || (100000000 + n) end as mobile,
				case when mod(n, 23) < 8 then '+331' || (100000000 + n) end as phone,
				case when mod(n, 29) < 14 then n || ' Rue des Tanneurs' end as street,
				case when mod(n, 29) < 14 then '' || (10000 + mod(n, 80021)) end as postal_code,
				(array['Lyon', 'Paris', 'Bruxelles', 'Gent', 'Antwerpen', 'Liège', 'Lille', 'Nantes', 'Utrecht',
					'Berlin', 'Madrid'])[1 + mod(n, 11)] as city,
				(array['lyon', 'paris', 'bruxelles', 'gent', 'antwerpen', 'liege', 'lille', 'nantes', 'utrecht',
					'berlin', 'madrid'])[1 + mod(n, 11)] as city_key,
				(array['FR', 'BE', 'NL', 'DE', 'ES', 'IT', 'GB'])[1 + mod(n, 7)] as country,
				(array['fr', 'nl', 'fr-BE', 'en'])[1 + mod(n, 4)] as language,
				case when mod(n, 31) < 9 then (array['Europe/Paris', 'Europe/Brussels', 'Europe/London',
					'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'])[1 + mod(n, 6)] end as time_zone,
				date '1940-01-01' + cast(mod(n * 37, 24000) as int) as birth_date,
				mod(n * 389, 1024) as bucket,
				current_timestamp - mod(n, 1500) * interval '1' day as created_at %s) made""";

	static final List<String> REST = List.of("insert into say"
			+ " (profile_id, head, entries, changed_at, changed_origin, changed_by) select " + ID
			+ ", '0000000000000000000000000000000000000000000000000000000000000000', 2, current_timestamp, 'subject', ''"
			+ FROM, consent("personalize.content", "case mod(n, 3) when 0 then 'n' else 'y' end", "mod(n, 10) < 7"),
			consent("marketing.email", "case mod(n, 37) when 0 then 'n' when 1 then 'p' else 'y' end",
					"mod(n, 41) < 25"),
			consent("marketing.sms", "case when mod(n, 43) < 9 then 'n' else 'y' end", "mod(n, 47) < 15"),
			consent("marketing.any", "case mod(n, 53) when 0 then 'y' else 'n' end", "mod(n, 59) = 0"),
			consent("share", "case when mod(n, 61) < 20 then 'y' else 'n' end", "mod(n, 67) < 25"),
			value(CLUB, "text_value, text_key",
					"case mod(n, 3) when 0 then 'Gold' when 1 then 'Silver' else 'None' end,"
							+ " case mod(n, 3) when 0 then 'gold' when 1 then 'silver' else 'none' end",
					"mod(n, 71) < 57"),
			value(POINTS, "number_value", "mod(n * 797, 1009)", "mod(n, 73) < 60"),
			value(LAST_BOUGHT, "date_value", "current_date - cast(mod(n * 613, 701) as int)", "mod(n, 79) < 50"));

	private Population() {
	}

	/**
	 * Lays them in a store of the product.
	 */
	static void lay(JdbcTemplate store, int people, boolean postgres) {
		for (Object[] attribute : new Object[][] { { CLUB, "club", "ONE_OF" }, { POINTS, "points", "NUMBER" },
				{ LAST_BOUGHT, "lastBought", "DATE" } }) {
			store.update("""
					insert into attribute (id, version, name, label, type, options, created_at)
					values (?, 0, ?, ?, ?, 'Gold\nSilver\nNone', current_timestamp)""", attribute[0], attribute[1],
					attribute[1], attribute[2]);
		}
		store.update(PROFILES.formatted(ID, FROM.formatted(people)));
		REST.forEach((sql) -> store.update(sql.formatted(people)));
		(postgres ? List.of("vacuum analyze", "checkpoint") : List.of("analyze")).forEach(store::execute);
	}

	private static String consent(String purpose, String choice, String who) {
		return "insert into consent (profile_id, purpose, choice, since, said_at, origin, own, actor_name, ledger_id)"
				+ " select " + ID + ", '" + purpose + "', " + choice
				+ ", current_timestamp, current_timestamp, 'subject', true, '', " + ID + FROM + " where " + who;
	}

	private static String value(UUID attribute, String columns, String values, String who) {
		return "insert into profile_attribute (profile_id, attribute_id, " + columns + ") select " + ID + ", '"
				+ attribute + "', " + values + FROM + " where " + who;
	}

}
