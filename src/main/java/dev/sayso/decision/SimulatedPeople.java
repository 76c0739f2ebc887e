package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.profile.PeopleSearch;
import dev.sayso.profile.ProfileReference;
import dev.sayso.shared.Ids;

/**
 * Finds those of whom decisions are simulated, and whom one may choose besides.
 */
@Component
class SimulatedPeople {

	private static final int MOST_FOUND = 12;

	private final PeopleSearch search;

	private final ProfileReference references;

	private final MadeUpPeople madeUp;

	SimulatedPeople(PeopleSearch search, ProfileReference references, MadeUpPeople madeUp) {
		this.search = search;
		this.references = references;
		this.madeUp = madeUp;
	}

	/**
	 * Whom one may choose.
	 *
	 * @param found people of the store
	 * @param missing whether somebody was asked for who is not there
	 */
	record Choices(Simulated chosen, List<Simulated> madeUp, List<Simulated> found, boolean missing) {

		public boolean isNobody() {
			return this.chosen.key().isEmpty();
		}

	}

	Choices of(SimulationQuery query) {
		List<Simulated> imagined = this.madeUp.findAllByOrderByName().stream().map(Simulated::of).toList();
		List<Simulated> found = new ArrayList<>(looked(query.value(SimulationQuery.FIND)));
		Simulated chosen = one(query.value(SimulationQuery.WHO));
		if (!found.isEmpty() && !found.contains(chosen)) {
			return new Choices(found.get(0), imagined, found, false);
		}
		boolean missing = chosen == null || (found.isEmpty() && !query.value(SimulationQuery.FIND).isEmpty());
		if (chosen != null && chosen.profile() != null && !found.contains(chosen)) {
			found.add(chosen);
		}
		return new Choices((chosen != null) ? chosen : Simulated.NOBODY, imagined, found, missing);
	}

	/**
	 * The one of this key; null where there is nobody.
	 */
	@Nullable Simulated one(String key) {
		if (key.isEmpty()) {
			return Simulated.NOBODY;
		}
		if (key.startsWith(Simulated.MADE_UP)) {
			return Ids.parse(key.substring(Simulated.MADE_UP.length()))
				.flatMap(this.madeUp::findById)
				.map(Simulated::of)
				.orElse(null);
		}
		return this.references.candidates(key).stream().findFirst().map(Simulated::of).orElse(null);
	}

	private List<Simulated> looked(String find) {
		return find.isEmpty() ? List.of()
				: this.search.people(find.substring(0, Math.min(find.length(), 100)), MOST_FOUND)
					.stream()
					.map(Simulated::of)
					.toList();
	}

}
