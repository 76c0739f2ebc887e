package dev.sayso.decision.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.person.DetailsForm;

/**
 * A test profile, as the form shows it.
 *
 * @param id null for a new one
 * @param version the version that was shown; -1 for a new one
 * @param says choices by the keys of purposes; none where nothing is said
 * @param purposes what may be said
 * @param faults message keys by field, besides those of the details
 */
record TestProfileForm(@Nullable UUID id, int version, String name, DetailsForm details, Map<String, String> says,
		List<Purpose> purposes, Map<String, String> faults) {

	private static final String SAY = "say.";

	private static final Set<String> CHOICES = Set.of("y", "n");

	static TestProfileForm blank(DetailsForm details, List<Purpose> purposes) {
		return new TestProfileForm(null, -1, "", details, Map.of(), purposes, Map.of());
	}

	static TestProfileForm of(TestProfile testProfile, DetailsForm details, List<Purpose> purposes) {
		return new TestProfileForm(testProfile.id(), (testProfile.version() != null) ? testProfile.version() : -1,
				testProfile.name(), details, testProfile.content().says(), purposes, Map.of());
	}

	static TestProfileForm read(@Nullable UUID id, Map<String, String> typed, DetailsForm details,
			List<Purpose> purposes) {
		String name = typed.getOrDefault("name", "").strip();
		String version = typed.getOrDefault("version", "");
		Map<String, String> says = new TreeMap<>();
		for (Purpose purpose : purposes) {
			String choice = typed.getOrDefault(SAY + purpose.key(), "");
			if (CHOICES.contains(choice)) {
				says.put(purpose.key(), choice);
			}
		}
		Map<String, String> faults = new LinkedHashMap<>();
		if (name.isEmpty() || name.length() > 200) {
			faults.put("name",
					name.isEmpty() ? "decision.test-profile.fault.name" : "decision.test-profile.fault.long");
		}
		return new TestProfileForm(id, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, name, details,
				says, purposes, faults);
	}

	boolean isValid() {
		return this.faults.isEmpty() && this.details.isValid();
	}

	TestProfileContent content() {
		return new TestProfileContent(this.details.filled(), this.says);
	}

	public boolean isNew() {
		return this.id == null;
	}

	/** What was said for a purpose; empty for nothing. */
	public String say(Purpose purpose) {
		return this.says.getOrDefault(purpose.key(), "");
	}

	/** How many things are wrong. */
	public int wrong() {
		return this.faults.size() + this.details.problems().size();
	}

}
