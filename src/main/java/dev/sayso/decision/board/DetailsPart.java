package dev.sayso.decision.board;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.Decision;
import dev.sayso.shared.TimeFormat;

/**
 * The form of a decision's name, validity and actions.
 */
@Component
class DetailsPart implements BoardPart {

	private final MarketingActions actions;

	private final TimeFormat times;

	DetailsPart(MarketingActions actions, TimeFormat times) {
		this.actions = actions;
		this.times = times;
	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("details");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return DecisionDetailsForm.of(decision, this.times.zone());
	}

	/** The actions to choose from are those that are chosen besides. */
	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		Map<String, String> offered = new LinkedHashMap<>();
		Stream.concat(this.actions.selectable().stream().map(MarketingAction::key), decision.draft().actions().stream())
			.forEach((key) -> offered.put(key, this.actions.name(key)));
		Map<String, String> zones = new LinkedHashMap<>();
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
			.sorted()
			.forEach((zone) -> zones.put(zone, zone.replace('_', ' ')));
		return Map.of("actions", offered, "zones", zones);
	}

}
