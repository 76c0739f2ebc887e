package dev.sayso.decision.editor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.shared.TimeFormat;

/**
 * Tells what is to be published of a decision later, and what became of it.
 */
@Component
public class ScheduleViews {

	private final ScheduledPublications schedules;

	private final PublicationObstacles obstacles;

	private final TimeFormat times;

	ScheduleViews(ScheduledPublications schedules, PublicationObstacles obstacles, TimeFormat times) {
		this.schedules = schedules;
		this.obstacles = obstacles;
		this.times = times;
	}

	/** What waits of it or was missed; empty where neither is so. */
	public Optional<ScheduleView> find(Decision decision) {
		return this.schedules.find(decision.id()).map((current) -> {
			ZoneId zone = ZoneId.of(current.zone());
			return new ScheduleView(current.due(), current.zone().replace('_', ' '),
					zone.equals(this.times.zone()) ? null : LocalDateTime.ofInstant(current.due(), zone),
					current.madeBy().name(), current.isMissed(), this.obstacles.say(decision, current));
		});
	}

}
