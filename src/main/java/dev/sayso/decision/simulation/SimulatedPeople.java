package dev.sayso.decision.simulation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileReferences;
import dev.sayso.profile.list.ProfileSearchable;
import dev.sayso.shared.Ids;

/**
 * Finds those of whom decisions are simulated, and whom one may choose besides.
 */
@Component
class SimulatedPeople {

	private static final int MOST_FOUND = 12;

	private final ProfileSearchable search;

	private final ProfileReferences references;

	private final TestProfiles madeUp;

	SimulatedPeople(ProfileSearchable search, ProfileReferences references, TestProfiles madeUp) {
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
	record Choices(SimulatedPerson chosen, List<SimulatedPerson> madeUp, List<SimulatedPerson> found, boolean missing) {

		public boolean isNobody() {
			return this.chosen.key().isEmpty();
		}

	}

	Choices of(SimulationQuery query) {
		List<SimulatedPerson> imagined = this.madeUp.findAllByOrderByName().stream().map(SimulatedPerson::of).toList();
		List<SimulatedPerson> found = new ArrayList<>(looked(query.value(SimulationQuery.FIND)));
		SimulatedPerson chosen = one(query.value(SimulationQuery.WHO));
		if (!found.isEmpty() && !found.contains(chosen)) {
			return new Choices(found.get(0), imagined, found, false);
		}
		boolean missing = chosen == null || (found.isEmpty() && !query.value(SimulationQuery.FIND).isEmpty());
		if (chosen != null && chosen.profile() != null && !found.contains(chosen)) {
			found.add(chosen);
		}
		return new Choices((chosen != null) ? chosen : SimulatedPerson.NOBODY, imagined, found, missing);
	}

	/**
	 * The one of this key; null where there is nobody.
	 */
	@Nullable SimulatedPerson one(String key) {
		if (key.isEmpty()) {
			return SimulatedPerson.NOBODY;
		}
		if (key.startsWith(SimulatedPerson.MADE_UP)) {
			return Ids.parse(key.substring(SimulatedPerson.MADE_UP.length()))
				.flatMap(this.madeUp::findById)
				.map(SimulatedPerson::of)
				.orElse(null);
		}
		return this.references.candidates(key).stream().findFirst().map(SimulatedPerson::of).orElse(null);
	}

	private List<SimulatedPerson> looked(String find) {
		return find.isEmpty() ? List.of()
				: this.search.people(find.substring(0, Math.min(find.length(), 100)), MOST_FOUND)
					.stream()
					.map(SimulatedPerson::of)
					.toList();
	}

}
