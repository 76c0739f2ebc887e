package dev.sayso.contact.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * Whether somebody might be contacted on a channel over time: thick where they might,
 * thin where not, so that it is read without colour.
 *
 * @param parts from the left, in units of {@link Scale#WIDTH}
 * @param state at the instant that is shown
 */
record ContactLane(Channel channel, List<Part> parts, State state) {

	/**
	 * @param kind its class
	 */
	record Part(Kind kind, int x, int width, Instant from) {

		public int y() {
			return this.kind.isThick() ? 0 : 5;
		}

		public int height() {
			return this.kind.isThick() ? 14 : 4;
		}

	}

	/**
	 * @param look the class of the words
	 * @param text message key
	 */
	record State(String look, String icon, String text) {

		static State of(Verdict verdict) {
			Verdict.State state = verdict.allowed() ? Verdict.State.MAY_CONTACT : verdict.state();
			boolean byDefault = Kind.of(verdict) == Kind.DEFAULT;
			return new State(state.look(), state.icon(), "contact.cell." + (byDefault ? "default" : state.reach()));
		}

	}

	/** What a part shows. */
	enum Kind {

		YES, DEFAULT, NO, WAIT, MISSING;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		boolean isThick() {
			return this == YES || this == DEFAULT;
		}

		static Kind of(Verdict verdict) {
			if (verdict.allowed()) {
				return !verdict.bases().isEmpty() && verdict.bases().get(0).because() == EffectiveChoice.Because.DEFAULT
						? DEFAULT : YES;
			}
			return switch (verdict.state()) {
				case WAITING, PAUSED -> WAIT;
				case NO_ADDRESS -> MISSING;
				case MAY_CONTACT, DO_NOT_CONTACT -> NO;
			};
		}

	}

	/** From when to when lanes reach. */
	record Scale(Instant from, Instant until) {

		/** How wide lanes are, as their drawing counts. */
		static final int WIDTH = 1000;

		int x(Instant at) {
			long whole = Math.max(1, Duration.between(this.from, this.until).toMillis());
			long part = Duration.between(this.from, at).toMillis();
			return (int) Math.max(0, Math.min(WIDTH, WIDTH * part / whole));
		}

	}

	/**
	 * @param verdicts from when each held, the first from the begin
	 */
	static ContactLane of(Channel channel, SortedMap<Instant, Verdict> verdicts, Scale scale, Verdict shown) {
		List<Part> parts = new ArrayList<>();
		Kind kind = null;
		Instant since = scale.from();
		for (Map.Entry<Instant, Verdict> each : verdicts.entrySet()) {
			Kind next = Kind.of(each.getValue());
			if (kind != null && kind != next && each.getKey().isAfter(scale.from())) {
				parts.add(part(kind, since, each.getKey(), scale));
				since = each.getKey();
			}
			kind = next;
		}
		if (kind != null) {
			parts.add(part(kind, since, scale.until(), scale));
		}
		return new ContactLane(channel, parts, State.of(shown));
	}

	/** However short, it is seen. */
	private static Part part(Kind kind, Instant from, Instant until, Scale scale) {
		int x = Math.min(scale.x(from), Scale.WIDTH - 4);
		return new Part(kind, x, Math.max(4, scale.x(until) - x), from);
	}

}
