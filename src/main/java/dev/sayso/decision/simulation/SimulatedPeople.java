package dev.sayso.decision.simulation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileLookup;
import dev.sayso.profile.list.ProfileSearchProvider;
import dev.sayso.shared.Ids;

@Component
class SimulatedPeople {

	private static final int MOST_FOUND = 12;

	private final ProfileSearchProvider search;

	private final ProfileLookup references;

	private final TestProfiles testProfiles;

	SimulatedPeople(ProfileSearchProvider search, ProfileLookup references, TestProfiles testProfiles) {
		this.search = search;
		this.references = references;
		this.testProfiles = testProfiles;
	}

	record Choices(SimulatedPerson chosen, List<SimulatedPerson> testProfiles, List<SimulatedPerson> profiles,
			boolean missing) {

		public boolean isNobody() {
			return this.chosen.key().isEmpty();
		}

	}

	Choices list(SimulationQuery query) {
		List<SimulatedPerson> imagined = this.testProfiles.findAllByOrderByName()
			.stream()
			.map(SimulatedPerson::of)
			.toList();
		List<SimulatedPerson> profiles = new ArrayList<>(search(query.value(SimulationQuery.FIND)));
		SimulatedPerson chosen = find(query.value(SimulationQuery.WHO));
		if (!profiles.isEmpty() && !profiles.contains(chosen)) {
			return new Choices(profiles.get(0), imagined, profiles, false);
		}
		boolean missing = chosen == null || (profiles.isEmpty() && !query.value(SimulationQuery.FIND).isEmpty());
		if (chosen != null && chosen.profile() != null && !profiles.contains(chosen)) {
			profiles.add(chosen);
		}
		return new Choices((chosen != null) ? chosen : SimulatedPerson.NOBODY, imagined, profiles, missing);
	}

	@Nullable SimulatedPerson find(String key) {
		if (key.isEmpty()) {
			return SimulatedPerson.NOBODY;
		}
		if (key.startsWith(SimulatedPerson.TEST_PROFILE)) {
			return Ids.parse(key.substring(SimulatedPerson.TEST_PROFILE.length()))
				.flatMap(this.testProfiles::findById)
				.map(SimulatedPerson::of)
				.orElse(null);
		}
		return this.references.candidates(key).stream().findFirst().map(SimulatedPerson::of).orElse(null);
	}

	private List<SimulatedPerson> search(String typed) {
		return typed.isEmpty() ? List.of()
				: this.search.people(typed.substring(0, Math.min(typed.length(), 100)), MOST_FOUND)
					.stream()
					.map(SimulatedPerson::of)
					.toList();
	}

}
