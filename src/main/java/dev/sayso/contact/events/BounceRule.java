package dev.sayso.contact.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Settings;

/**
 * When bounces that are not final suppress an address all the same. Out of the box five
 * within thirty days, the first and the last at least three days apart, and no delivery
 * between them; the address then rests for thirty days. A full mailbox or a server that
 * is down for an afternoon stays below that, as in the tools people come from.
 */
@Component
class BounceRule {

	private static final String PREFIX = "contact.bounces.";

	private final Settings settings;

	BounceRule(Settings settings) {
		this.settings = settings;
	}

	/**
	 * @param bounces so many
	 * @param within in so many days
	 * @param apart the first and the last so many days apart at least
	 * @param rest for how many days the address then is not used
	 */
	record Limits(int bounces, int within, int apart, int rest) {

		static final Limits USUAL = new Limits(5, 30, 3, 30);

		/**
		 * The last of the bounces that are too many; empty where they are not.
		 * @param times when there were any since the last delivery, earliest first
		 */
		Optional<Instant> last(List<Instant> times) {
			if (times.isEmpty()) {
				return Optional.empty();
			}
			Instant last = times.get(times.size() - 1);
			List<Instant> counted = times.stream()
				.filter((time) -> !time.isBefore(last.minus(Duration.ofDays(this.within))))
				.toList();
			boolean many = counted.size() >= this.bounces
					&& !counted.get(0).isAfter(last.minus(Duration.ofDays(this.apart)));
			return many ? Optional.of(last) : Optional.empty();
		}

		Instant end(Instant last) {
			return last.plus(Duration.ofDays(this.rest));
		}

	}

	Limits limits() {
		return new Limits(number("count", Limits.USUAL.bounces()), number("within", Limits.USUAL.within()),
				number("apart", Limits.USUAL.apart()), number("rest", Limits.USUAL.rest()));
	}

	void set(Limits limits) {
		this.settings.set(PREFIX + "count", Integer.toString(limits.bounces()));
		this.settings.set(PREFIX + "within", Integer.toString(limits.within()));
		this.settings.set(PREFIX + "apart", Integer.toString(limits.apart()));
		this.settings.set(PREFIX + "rest", Integer.toString(limits.rest()));
	}

	private int number(String name, int usual) {
		return this.settings.get(PREFIX + name).map(Integer::valueOf).orElse(usual);
	}

}
