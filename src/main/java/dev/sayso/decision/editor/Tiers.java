package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.sayso.decision.Criterion;

/**
 * The criteria of a scope as the rungs on which they stand, to be rearranged; a criterion
 * is named by its place from the top, from 1.
 */
final class Tiers {

	private final List<List<Criterion>> rungs;

	private Tiers(List<List<Criterion>> rungs) {
		this.rungs = rungs;
	}

	static Tiers of(List<Criterion> criteria) {
		TreeMap<Integer, List<Criterion>> byOrder = new TreeMap<>();
		criteria.forEach((one) -> byOrder.computeIfAbsent(one.order(), (order) -> new ArrayList<>()).add(one));
		return new Tiers(new ArrayList<>(byOrder.values()));
	}

	/**
	 * The rungs from the top, each with the criteria that compete on it.
	 */
	List<List<Criterion>> rungs() {
		return List.copyOf(this.rungs);
	}

	/**
	 * All of them from the top, each with the number of its rung.
	 */
	List<Criterion> criteria() {
		List<Criterion> all = new ArrayList<>();
		for (int rung = 0; rung < this.rungs.size(); rung++) {
			int order = rung + 1;
			this.rungs.get(rung).forEach((one) -> all.add(one.at(order)));
		}
		return all;
	}

	Tiers add(Criterion criterion, boolean competes) {
		if (competes && !this.rungs.isEmpty()) {
			this.rungs.get(this.rungs.size() - 1).add(criterion);
		}
		else {
			this.rungs.add(new ArrayList<>(List.of(criterion)));
		}
		return this;
	}

	Tiers replace(int place, Criterion criterion) {
		Spot spot = spot(place);
		this.rungs.get(spot.rung()).set(spot.within(), criterion);
		return this;
	}

	Tiers remove(int place) {
		take(spot(place));
		return this;
	}

	/**
	 * Moves one up: out of those it competes with, or above the rung above.
	 */
	Tiers up(int place) {
		Spot spot = spot(place);
		int to = (this.rungs.get(spot.rung()).size() == 1) ? Math.max(0, spot.rung() - 1) : spot.rung();
		this.rungs.add(to, new ArrayList<>(List.of(take(spot))));
		return this;
	}

	/**
	 * Moves one down: out of those it competes with, or below the rung below.
	 */
	Tiers down(int place) {
		Spot spot = spot(place);
		Criterion moved = take(spot);
		this.rungs.add(Math.min(spot.rung() + 1, this.rungs.size()), new ArrayList<>(List.of(moved)));
		return this;
	}

	/**
	 * Lets one compete with those on the rung above.
	 */
	Tiers join(int place) {
		Spot spot = spot(place);
		if (spot.rung() > 0) {
			this.rungs.get(spot.rung() - 1).add(take(spot));
		}
		return this;
	}

	/** Where a criterion stands. */
	private record Spot(int rung, int within) {
	}

	private Spot spot(int place) {
		int left = place - 1;
		for (int rung = 0; rung < this.rungs.size(); rung++) {
			if (left < this.rungs.get(rung).size()) {
				return new Spot(rung, left);
			}
			left -= this.rungs.get(rung).size();
		}
		throw new IndexOutOfBoundsException(place);
	}

	private Criterion take(Spot spot) {
		List<Criterion> rung = this.rungs.get(spot.rung());
		Criterion taken = rung.remove(spot.within());
		if (rung.isEmpty()) {
			this.rungs.remove(spot.rung());
		}
		return taken;
	}

}
