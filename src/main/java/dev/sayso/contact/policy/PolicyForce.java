package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which version of one policy was, is and will be in force, from what was recorded: of
 * all that has begun the latest record holds, so that what was to come and is taken back
 * never holds.
 *
 * @param entries in the order in which they were recorded
 */
record PolicyForce(List<Entry> entries) {

	static final PolicyForce NEVER = new PolicyForce(List.of());

	/**
	 * @param number of the version; null for none
	 * @param from when it begins: as recorded, or later
	 */
	record Entry(@Nullable Integer number, Instant from, Instant recordedAt, String recordedBy) {

	}

	/**
	 * A time for which a version is in force.
	 *
	 * @param until when it ends; {@link Instant#MAX} where it does not
	 */
	record Reign(int number, Instant from, Instant until) {

		boolean holds(Instant at) {
			return !at.isBefore(this.from) && at.isBefore(this.until);
		}

	}

	/** What holds at an instant; empty before the first begins. */
	Optional<Entry> at(Instant instant) {
		return this.entries.stream()
			.filter((entry) -> !entry.from().isAfter(instant))
			.reduce((earlier, later) -> later);
	}

	/** The reign that runs at an instant; empty where no version is in force. */
	Optional<Reign> reign(Instant at) {
		return reigns().stream().filter((reign) -> reign.holds(at)).findFirst();
	}

	/** What is still to come, and will. */
	Optional<Entry> next(Instant now) {
		return this.entries.stream()
			.filter((entry) -> entry.from().isAfter(now))
			.reduce((earlier, later) -> later)
			.filter((entry) -> entry == this.entries.get(this.entries.size() - 1));
	}

	/** All the times at which a version was or will be in force, in order. */
	List<Reign> reigns() {
		List<Instant> begins = this.entries.stream()
			.map(Entry::from)
			.distinct()
			.sorted(Comparator.naturalOrder())
			.toList();
		List<Reign> reigns = new ArrayList<>();
		for (int at = 0; at < begins.size(); at++) {
			Integer number = at(begins.get(at)).orElseThrow().number();
			Instant until = (at + 1 < begins.size()) ? begins.get(at + 1) : Instant.MAX;
			Reign last = reigns.isEmpty() ? null : reigns.get(reigns.size() - 1);
			if (last != null && last.until().equals(begins.get(at)) && Objects.equals(last.number(), number)) {
				reigns.set(reigns.size() - 1, new Reign(last.number(), last.from(), until));
			}
			else if (number != null) {
				reigns.add(new Reign(number, begins.get(at), until));
			}
		}
		return reigns;
	}

}
