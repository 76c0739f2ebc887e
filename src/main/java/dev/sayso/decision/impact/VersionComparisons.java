package dev.sayso.decision.impact;

import java.time.Clock;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveSnapshotAssembler;

/**
 * Sets a draft beside what holds, ready to be asked for one person after the other.
 */
@Component
class VersionComparisons {

	private final LiveSnapshotAssembler assembler;

	private final LiveCatalogue catalogue;

	private final Clock clock;

	VersionComparisons(LiveSnapshotAssembler assembler, LiveCatalogue catalogue, Clock clock) {
		this.assembler = assembler;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/** The draft by itself. */
	VersionComparison draft(Decision decision) {
		return new VersionComparison(null, this.assembler.one(decision, 0, decision.draft()), this.clock.instant());
	}

	/**
	 * The draft beside what holds.
	 * @param without keys of the offers that wait and are not approved with it
	 */
	VersionComparison compare(Decision decision, Set<String> without) {
		LiveDecision live = (decision.live() != null) ? this.catalogue.now().decision(decision.slug()) : null;
		return new VersionComparison(live, this.assembler.draft(decision, decision.draft(), without),
				this.clock.instant());
	}

}
