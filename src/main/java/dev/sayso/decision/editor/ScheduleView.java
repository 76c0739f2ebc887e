package dev.sayso.decision.editor;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is to be published of a decision later, or was to be and was not.
 *
 * @param local the time in the zone in which it was chosen; null where that is the
 * deployment's own
 * @param obstacles what stood in its way; empty while it is to come
 */
public record ScheduleView(Instant due, String zone, @Nullable LocalDateTime local, String by, boolean missed,
		List<Obstacle> obstacles) {

	/**
	 * An obstacle in words.
	 *
	 * @param href where to see to it
	 */
	public record Obstacle(String text, String href) {
	}

}
