package dev.sayso.decision.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.editor.ScheduleViews;
import dev.sayso.store.Version;

/**
 * Puts together what stands above the pages of a published decision.
 */
@Component
class LiveHeads {

	private final DecisionVersions versions;

	private final DecisionManagement management;

	private final DecisionCatalogue catalogue;

	private final LiveCatalogue live;

	private final ScheduleViews schedules;

	private final Clock clock;

	LiveHeads(DecisionVersions versions, DecisionManagement management, DecisionCatalogue catalogue, LiveCatalogue live,
			ScheduleViews schedules, Clock clock) {
		this.versions = versions;
		this.management = management;
		this.catalogue = catalogue;
		this.live = live;
		this.schedules = schedules;
		this.clock = clock;
	}

	/** The head of a decision; empty for a draft that was never published. */
	Optional<LiveHeadView> find(Decision decision) {
		return this.versions.find(decision.id(), decision.live()).map((version) -> head(decision, version));
	}

	private LiveHeadView head(Decision decision, Version<DecisionContent> version) {
		CatalogueLookup lookup = this.catalogue.look();
		return new LiveHeadView(decision, version, version.content().validity().time(this.clock.instant()),
				this.management.differs(decision),
				version.content()
					.scopes()
					.stream()
					.map((scope) -> new LiveHeadView.Named(scope.placement(), lookup.placementName(scope.placement())))
					.toList(),
				broken(decision), this.schedules.find(decision).orElse(null));
	}

	private List<LiveDecision.BrokenPart> broken(Decision decision) {
		LiveDecision held = (decision.status() == Decision.Status.LIVE) ? this.live.now().decision(decision.slug())
				: null;
		return (held != null) ? held.broken(this.clock.instant()) : List.of();
	}

}
