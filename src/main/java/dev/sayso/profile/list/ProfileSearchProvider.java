package dev.sayso.profile.list;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.person.SearchTerms;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

/**
 * Lets the search on top of every page find people, as the list does.
 */
@Component
@Order(10)
public class ProfileSearchProvider implements SearchProvider {

	private static final int LONGEST = 200;

	private static final ProfileRanking.Best NOBODY = new ProfileRanking.Best(List.of(), 0);

	private final ProfileRanking ranking;

	private final Profiles profiles;

	ProfileSearchProvider(ProfileRanking ranking, Profiles profiles) {
		this.ranking = ranking;
		this.profiles = profiles;
	}

	@Override
	public String section() {
		return "profiles";
	}

	@Override
	public Hits search(String typed, int limit) {
		ProfileRanking.Best best = find(typed, limit);
		SearchTerms terms = this.ranking.terms(typed);
		return new Hits(load(best).stream().map((person) -> hit(person, typed, terms)).toList(),
				Math.min(best.matching(), ProfileListPage.COUNTED), best.matching() > ProfileListPage.COUNTED);
	}

	/** Those who have this in their name or an address, or the one with this id. */
	public List<Profile> people(String typed, int limit) {
		return load(find(typed, limit));
	}

	/**
	 * Who takes too long to find is not found here, so that what else was found is shown.
	 */
	private ProfileRanking.Best find(String typed, int limit) {
		try {
			String bounded = TextNormalizer.shorten(typed.strip(), LONGEST);
			return bounded.isEmpty() ? NOBODY : this.ranking.find(bounded, limit);
		}
		catch (QueryTimeoutException ex) {
			return NOBODY;
		}
	}

	private List<Profile> load(ProfileRanking.Best best) {
		Map<ProfileId, Profile> people = this.profiles.findByIdIn(best.people())
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return best.people().stream().map(people::get).filter(Objects::nonNull).toList();
	}

	private static Hit hit(Profile person, String typed, SearchTerms terms) {
		MatchedField field = MatchedField.of(person, typed.strip(), terms);
		return new Hit(person.name(), (field != null) ? field.label() : null,
				(field != null) ? field.value() : ProfileRowViews.address(person.details()), "/profiles/" + person.id(),
				"user");
	}

}
