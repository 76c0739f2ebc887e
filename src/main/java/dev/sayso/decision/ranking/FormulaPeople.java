package dev.sayso.decision.ranking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.audience.MatchingProfiles;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Chooses the people on whom a formula is tried: the first of those who reach the
 * criterion, in an order that has nothing to do with who they are. While one types they
 * stay the same.
 */
@Component
class FormulaPeople {

	private static final int MOST = 5;

	/** The time limit of finding them, in seconds. */
	private static final int LIMIT = 2;

	/** What the guard asks of whoever a formula may rank by what is known of them. */
	private static final Condition CONSENT = new Condition.Comparison("consents.personalize.content", Operator.IS,
			true);

	private final MatchingProfiles matching;

	private final ConditionCompiler conditions;

	private final Profiles profiles;

	FormulaPeople(MatchingProfiles matching, ConditionCompiler conditions, Profiles profiles) {
		this.matching = matching;
		this.conditions = conditions;
		this.profiles = profiles;
	}

	/**
	 * Those who were chosen before, else those who are now; nobody where that takes too
	 * long.
	 */
	List<Profile> find(List<String> chosen, LiveCriterion criterion, boolean guarded) {
		List<ProfileId> ids = chosen.stream()
			.limit(MOST)
			.flatMap((id) -> Ids.parse(id).stream())
			.map(ProfileId::new)
			.toList();
		List<ProfileId> all = ids.isEmpty() ? choose(criterion, guarded) : ids;
		Map<ProfileId, Profile> found = this.profiles.findByIdIn(all)
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return all.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
	}

	private List<ProfileId> choose(LiveCriterion criterion, boolean guarded) {
		CompiledCondition meant = criterion.eligible();
		if (meant == null) {
			return List.of();
		}
		try {
			return this.matching.first(LIMIT, guarded ? meant.and(this.conditions.compile(CONSENT)) : meant, MOST);
		}
		catch (DataAccessException ex) {
			// nobody is better than a form that does not open
			return List.of();
		}
	}

}
