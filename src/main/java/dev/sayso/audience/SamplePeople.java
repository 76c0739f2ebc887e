package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Compiled;
import dev.sayso.profile.Profile;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.Moments;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Questions;
import dev.sayso.shared.Times;

/**
 * Finds some of the people a condition means, others each time one asks for others.
 */
@Component
class SamplePeople {

	/** How long the store looks for them, in seconds. */
	private static final int LIMIT = 2;

	private final Questions questions;

	private final Profiles profiles;

	private final Moments moments;

	private final Times times;

	SamplePeople(Questions questions, Profiles profiles, Moments moments, Times times) {
		this.questions = questions;
		this.profiles = profiles;
		this.moments = moments;
		this.times = times;
	}

	/**
	 * At most so many; fewer where looking took too long.
	 * @param drawer where to begin, 0 to 1023
	 */
	List<Profile> of(Compiled condition, int drawer, int limit) {
		List<ProfileId> ids = new ArrayList<>();
		try {
			ids.addAll(ids(condition, "p.drawer >= :drawer", drawer, limit));
			if (ids.size() < limit && drawer > 0) {
				ids.addAll(ids(condition, "p.drawer < :drawer", drawer, limit - ids.size()));
			}
		}
		catch (DataAccessException ex) {
			// those that were found in time are shown
		}
		Map<ProfileId, Profile> found = this.profiles.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private List<ProfileId> ids(Compiled condition, String from, int drawer, int limit) {
		Compiled.Where where = condition.where(this.moments.now(), this.times.zone());
		return this.questions.ask(LIMIT,
				(store) -> store
					.sql("select p.id from profile p where " + from + " and " + where.sql()
							+ " order by p.drawer, p.id limit " + limit)
					.params(where.values())
					.param("drawer", drawer)
					.query((row, index) -> new ProfileId(row.getObject(1, UUID.class)))
					.list());
	}

}
