package dev.sayso.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.person.SearchTerms;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ProblemException;

/**
 * Finds people for the API, page by page in the order of their ids.
 */
@Component
class ProfilePages {

	private final JdbcClient jdbc;

	private final Profiles profiles;

	private final DetailsDrafts drafts;

	ProfilePages(JdbcClient jdbc, Profiles profiles, DetailsDrafts drafts) {
		this.jdbc = jdbc;
		this.profiles = profiles;
		this.drafts = drafts;
	}

	/**
	 * The terms of a search; null lets everybody through.
	 *
	 * @param part of a name, an address or an external id, without case and accents
	 */
	record Terms(@Nullable String email, @Nullable String mobile, @Nullable String externalId, @Nullable String part) {

	}

	/**
	 * Those who match.
	 * @throws ProblemException 400 for a number that does not say its country
	 */
	List<Profile> find(Terms terms, @Nullable UUID after, int limit) {
		List<String> where = new ArrayList<>();
		Map<String, Object> bound = new HashMap<>();
		String region = this.drafts.region();
		if (terms.email() != null) {
			where.add("email_key = :email");
			bound.put("email", EmailAddress.normalize(terms.email()));
		}
		if (terms.mobile() != null) {
			where.add("mobile = :mobile");
			bound.put("mobile", mobile(terms.mobile()));
		}
		if (terms.externalId() != null) {
			where.add("external_id = :externalId");
			bound.put("externalId", DetailsDraft.tidy(terms.externalId()));
		}
		if (terms.part() != null && !terms.part().isBlank()) {
			where.add(matches(SearchTerms.of(terms.part(), region), bound));
		}
		if (after != null) {
			where.add("id > :after");
			bound.put("after", after);
		}
		String sql = "select id from profile" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
				+ " order by id limit :limit";
		List<ProfileId> ids = this.jdbc.sql(sql)
			.params(bound)
			.param("limit", limit)
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
		return this.profiles.findByIdIn(ids)
			.stream()
			.sorted(Comparator.comparing((profile) -> ids.indexOf(profile.id())))
			.toList();
	}

	private static String mobile(String typed) {
		String number = PhoneNumbers.e164OfCaller(typed);
		if (number == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The parameter mobile is " + PhoneNumbers.UNREADABLE);
		}
		return number;
	}

	private static String matches(SearchTerms terms, Map<String, Object> bound) {
		String words = terms.words()
			.stream()
			.map((spellings) -> contains(spellings, bound))
			.collect(Collectors.joining(" and "));
		return terms.numbers().isEmpty() ? "(" + (words.isEmpty() ? "1 = 0" : words) + ")"
				: "(" + words + " or " + contains(terms.numbers(), bound) + ")";
	}

	private static String contains(List<String> parts, Map<String, Object> bound) {
		return parts.stream().map((part) -> {
			String name = "part" + bound.size();
			bound.put(name, "%" + part.replaceAll("([!%_])", "!$1") + "%");
			return "search_text like :" + name + " escape '!'";
		}).collect(Collectors.joining(" or ", "(", ")"));
	}

}
