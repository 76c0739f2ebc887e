package dev.sayso.decision.simulation;

import java.time.ZoneId;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.offer.Validity;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.TimeFormat;

/**
 * Finds what of a decision is simulated: its draft, or a version that was published.
 */
@Component
class SimulatedContents {

	private final DecisionVersions versions;

	private final TimeFormat times;

	SimulatedContents(DecisionVersions versions, TimeFormat times) {
		this.versions = versions;
		this.times = times;
	}

	/**
	 * What is simulated.
	 *
	 * @param number 0 for the draft
	 * @param zone in which clock are given: that of its validity, or the usual one
	 */
	record Content(int number, DecisionContent content, ZoneId zone) {

	}

	Content find(Decision decision, SimulationQuery query) {
		String version = query.value(SimulationQuery.VERSION);
		if (version.isEmpty()) {
			return new Content(0, decision.draft(), zone(decision.draft().validity()));
		}
		int number = version.matches("[1-9]\\d{0,8}") ? Integer.parseInt(version) : 0;
		return this.versions.find(decision.id(), number)
			.map((frozen) -> new Content(number, frozen.content(), zone(frozen.content().validity())))
			.orElseThrow(() -> new NotFoundException("version " + version + " of decision " + decision.slug()));
	}

	private ZoneId zone(Validity validity) {
		return (validity.from() != null || validity.to() != null) ? ZoneId.of(validity.zone()) : this.times.zone();
	}

}
