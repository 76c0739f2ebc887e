package dev.sayso.decision.editor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionContent;
import dev.sayso.shared.Actor;

/**
 * A publication of a decision at a time that somebody chose: as the draft was then,
 * whatever becomes of that until.
 *
 * @param name the decision's, as that was then
 * @param zone in which the time was chosen
 * @param fourEyes whether another than who changed the draft last chose it
 * @param requestedBy who asked another for it; null where nobody did
 * @param madeBy who chose it
 * @param obstacles what stood in its way, once it was missed
 */
public record ScheduledPublication(UUID id, UUID decision, String name, Plan plan, Instant due, String zone,
		boolean fourEyes, @Nullable String requestedBy, Instant madeAt, Actor madeBy, State state,
		List<Obstacle> obstacles) {

	/** How far it has come; what waits or was missed is called off or done once. */
	public enum State {

		WAITING,

		/** Its time came and something stood in its way; the version in force stayed. */
		MISSED,

		DONE, CALLED_OFF;

		String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static State of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

	/**
	 * What is to hold.
	 *
	 * @param approve the offers to be approved with it, as {@code key.version}
	 * @param offers keys of the offers that it names one by one and that could show then
	 */
	record Plan(DecisionContent content, List<String> approve, List<String> offers) {
	}

	/**
	 * Something that stood in its way.
	 *
	 * @param code that of a finding, or what an offer was
	 * @param placement the key of the one it is about; empty for none
	 * @param place which criterion of that it is about, from 1; 0 for none
	 * @param offer its key; empty where it is a finding
	 */
	record Obstacle(String code, String placement, int place, String offer) {

		static Obstacle offer(String code, String slug) {
			return new Obstacle(code, "", 0, slug);
		}

	}

	static ScheduledPublication of(UUID id, Plan plan, Made made, Instant due, String zone) {
		return new ScheduledPublication(id, made.decision(), made.name(), plan, due, zone, made.fourEyes(),
				made.requestedBy(), made.at(), made.by(), State.WAITING, List.of());
	}

	/** Of which decision it was made, and by whom. */
	record Made(UUID decision, String name, boolean fourEyes, @Nullable String requestedBy, Instant at, Actor by) {
	}

	public boolean isMissed() {
		return this.state == State.MISSED;
	}

}
