package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.sayso.decision.Criterion;

/**
 * The criteria of a scope as the tiers on which they stand, to be rearranged; a criterion
 * is named by its place from the top, from 1.
 */
public final class Tiers {

	private final List<List<Criterion>> tiers;

	private Tiers(List<List<Criterion>> tiers) {
		this.tiers = tiers;
	}

	public static Tiers of(List<Criterion> criteria) {
		TreeMap<Integer, List<Criterion>> byOrder = new TreeMap<>();
		criteria.forEach((one) -> byOrder.computeIfAbsent(one.order(), (order) -> new ArrayList<>()).add(one));
		return new Tiers(new ArrayList<>(byOrder.values()));
	}

	/** The tiers from the top, each with the criteria that compete on it. */
	public List<List<Criterion>> tiers() {
		return List.copyOf(this.tiers);
	}

	/** All of them from the top, each with the number of its tier. */
	public List<Criterion> criteria() {
		List<Criterion> all = new ArrayList<>();
		for (int tier = 0; tier < this.tiers.size(); tier++) {
			int order = tier + 1;
			this.tiers.get(tier).forEach((one) -> all.add(one.at(order)));
		}
		return all;
	}

	public Tiers add(Criterion criterion, boolean competes) {
		if (competes && !this.tiers.isEmpty()) {
			this.tiers.get(this.tiers.size() - 1).add(criterion);
		}
		else {
			this.tiers.add(new ArrayList<>(List.of(criterion)));
		}
		return this;
	}

	public Tiers replace(int place, Criterion criterion) {
		Spot spot = spot(place);
		this.tiers.get(spot.tier()).set(spot.within(), criterion);
		return this;
	}

	public Tiers remove(int place) {
		take(spot(place));
		return this;
	}

	/** Moves one up: out of those it competes with, or above the tier above. */
	public Tiers up(int place) {
		Spot spot = spot(place);
		int to = (this.tiers.get(spot.tier()).size() == 1) ? Math.max(0, spot.tier() - 1) : spot.tier();
		this.tiers.add(to, new ArrayList<>(List.of(take(spot))));
		return this;
	}

	/** Moves one down: out of those it competes with, or below the tier below. */
	public Tiers down(int place) {
		Spot spot = spot(place);
		Criterion moved = take(spot);
		this.tiers.add(Math.min(spot.tier() + 1, this.tiers.size()), new ArrayList<>(List.of(moved)));
		return this;
	}

	/** Lets one compete with those on the tier above. */
	public Tiers join(int place) {
		Spot spot = spot(place);
		if (spot.tier() > 0) {
			this.tiers.get(spot.tier() - 1).add(take(spot));
		}
		return this;
	}

	/** Where a criterion stands. */
	private record Spot(int tier, int within) {
	}

	private Spot spot(int place) {
		int left = place - 1;
		for (int tier = 0; tier < this.tiers.size(); tier++) {
			if (left < this.tiers.get(tier).size()) {
				return new Spot(tier, left);
			}
			left -= this.tiers.get(tier).size();
		}
		throw new IndexOutOfBoundsException(place);
	}

	private Criterion take(Spot spot) {
		List<Criterion> tier = this.tiers.get(spot.tier());
		Criterion taken = tier.remove(spot.within());
		if (tier.isEmpty()) {
			this.tiers.remove(spot.tier());
		}
		return taken;
	}

}
