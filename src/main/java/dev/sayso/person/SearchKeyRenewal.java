package dev.sayso.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.shared.Settings;
import dev.sayso.shared.TextNormalizer;

/**
 * Makes the keys anew by which people are found and compared where texts are normalised
 * in another way than when they were kept. It does so at the start, before anybody is
 * served, page by page, each in a transaction of its own: where it is broken off, the
 * next start goes over all of it again, and finds what is done already as it should be.
 */
@Component
class SearchKeyRenewal implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(SearchKeyRenewal.class);

	static final String SETTING = "person.keys";

	private static final int PAGE = 2000;

	private final JdbcTemplate jdbc;

	private final Settings settings;

	private final TransactionTemplate transactions;

	SearchKeyRenewal(JdbcTemplate jdbc, Settings settings, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.transactions = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.settings.get(SETTING, "").equals(TextNormalizer.VERSION)) {
			int renewed = 0;
			Page page = page(null);
			while (page.last() != null) {
				renewed += page.renewed();
				page = page(page.last());
			}
			this.settings.set(SETTING, TextNormalizer.VERSION);
			if (renewed > 0) {
				log.info("Texts are compared in a new way: the search keys of {} people and values were made anew.",
						renewed);
			}
		}
	}

	/**
	 * @param last the last of those that were looked at; null for nobody
	 */
	private record Page(int renewed, @Nullable UUID last) {

	}

	private Page page(@Nullable UUID after) {
		return this.transactions.execute((transaction) -> renew(after));
	}

	private Page renew(@Nullable UUID after) {
		List<Profile> people = (after == null)
				? this.jdbc.query("select * from profile order by id limit " + PAGE, SearchKeyRenewal::profile)
				: this.jdbc.query("select * from profile where id > ? order by id limit " + PAGE,
						SearchKeyRenewal::profile, after);
		if (people.isEmpty()) {
			return new Page(0, null);
		}
		UUID last = people.get(people.size() - 1).id().id();
		return new Page(renew(people) + renewValues(people.get(0).id().id(), last), last);
	}

	/** Whoever was edited meanwhile has new keys already. */
	private int renew(List<Profile> people) {
		List<Object[]> renewed = new ArrayList<>();
		for (Profile person : people) {
			Object[] keys = keys(SearchKeys.of(person.details()));
			if (!Arrays.equals(keys, keys(person.keys()))) {
				Object[] row = Arrays.copyOf(keys, keys.length + 2);
				row[keys.length] = person.id().id();
				row[keys.length + 1] = person.version();
				renewed.add(row);
			}
		}
		this.jdbc.batchUpdate("""
				update profile set name_key = ?, search_text = ?, external_id_key = ?, first_name_key = ?,
					last_name_key = ?, street_key = ?, postal_code_key = ?, city_key = ?
				where id = ? and version = ?""", renewed);
		return renewed.size();
	}

	/** Those that are texts; addresses have a form of their own, which stays. */
	private static Object[] keys(SearchKeys keys) {
		return new Object[] { keys.nameKey(), keys.searchText(), keys.externalIdKey(), keys.firstNameKey(),
				keys.lastNameKey(), keys.streetKey(), keys.postalCodeKey(), keys.cityKey() };
	}

	/** The values are composed as well, as they are from now on when they come in. */
	private int renewValues(UUID first, UUID last) {
		List<Object[]> renewed = new ArrayList<>();
		this.jdbc.query("""
				select profile_id, attribute_id, text_value, text_key from profile_attribute
				where profile_id between ? and ? and text_value is not null""", (row) -> {
			String value = row.getString("text_value");
			String composed = TextNormalizer.composed(value);
			String key = TextNormalizer.key(composed);
			if (!key.equals(row.getString("text_key")) || !composed.equals(value)) {
				renewed.add(new Object[] { composed, key, row.getObject("profile_id"), row.getObject("attribute_id"),
						value });
			}
		}, first, last);
		this.jdbc.batchUpdate("""
				update profile_attribute set text_value = ?, text_key = ?
				where profile_id = ? and attribute_id = ? and text_value = ?""", renewed);
		return renewed.size();
	}

	private static Profile profile(ResultSet row, int number) throws SQLException {
		return ProfileRowMapper.read(row);
	}

}
