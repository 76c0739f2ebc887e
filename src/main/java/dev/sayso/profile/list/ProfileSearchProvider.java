package dev.sayso.profile.list;

import java.util.Comparator;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.SearchProvider;

/**
 * Lets the search on top of every page find people, as the list does.
 */
@Component
@Order(10)
public class ProfileSearchProvider implements SearchProvider {

	private final ProfileSearch search;

	private final Profiles profiles;

	ProfileSearchProvider(ProfileSearch search, Profiles profiles) {
		this.search = search;
		this.profiles = profiles;
	}

	@Override
	public String title() {
		return "nav.profiles";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		if (typed.isBlank()) {
			return List.of();
		}
		return people(typed, limit).stream()
			.map((person) -> new Hit(person.name(), ProfileRowViews.address(person.details()),
					"/profiles/" + person.id(), "user"))
			.toList();
	}

	/**
	 * Those who have this in their name or an address, by name; or the one with this id.
	 */
	public List<Profile> people(String typed, int limit) {
		ProfileQuery query = new ProfileQuery(typed.strip(), List.of(), ProfileQuery.Sort.NAME, true);
		return this.profiles.findByIdIn(matches(query, limit).stream().map(ProfileSearch.Match::id).toList())
			.stream()
			.sorted(Comparator.comparing((Profile person) -> person.keys().nameKey()))
			.toList();
	}

	/**
	 * Who takes too long to find is not found here, so that what else was found is shown.
	 */
	private List<ProfileSearch.Match> matches(ProfileQuery query, int limit) {
		try {
			return this.search.page(query, null, limit).people();
		}
		catch (QueryTimeoutException ex) {
			return List.of();
		}
	}

}
