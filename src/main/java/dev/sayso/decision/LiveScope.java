package dev.sayso.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.sayso.offer.Placement;

/**
 * A scope, ready to be asked about one person.
 *
 * @param criteria how many there are
 */
record LiveScope(Placement placement, List<Rung> rungs, int criteria) {

	/**
	 * The parts of a person that have to be known to answer it.
	 */
	Set<Class<?>> reads() {
		Set<Class<?>> parts = new HashSet<>();
		this.rungs.stream().flatMap((rung) -> rung.criteria().stream()).forEach((criterion) -> {
			if (criterion.eligible() != null) {
				parts.addAll(criterion.eligible().parts());
			}
			if (criterion.formula() != null) {
				parts.addAll(criterion.formula().parts());
			}
			criterion.offers().forEach((offer) -> parts.addAll(offer.reads()));
		});
		return parts;
	}

}
