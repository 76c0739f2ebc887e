package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a policy stands at a moment.
 *
 * @param number of the version in force; null where none is
 * @param since since when it is in force, or since when none is any more; null where
 * there never was one
 * @param next what is to come; null where nothing is
 * @param drafted whether its draft says something else than its newest version
 */
record PolicyStatus(State state, @Nullable Integer number, @Nullable Instant since, PolicyForce.@Nullable Entry next,
		boolean drafted) {

	enum State {

		DRAFT("blue", "pencil"), ENABLED("yes", "check"), SCHEDULED("blue", "calendar"), DISABLED("none", "minus");

		private final String look;

		private final String icon;

		State(String look, String icon) {
			this.look = look;
			this.icon = icon;
		}

		/** The name in URLs and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String look() {
			return this.look;
		}

		public String icon() {
			return this.icon;
		}

	}

	/** The version in force, else the one to come; null for neither. */
	@Nullable Integer binding() {
		return (this.number != null || this.next == null) ? this.number : this.next.number();
	}

	/** Whether a version is to take over from the one in force. */
	public boolean isSucceeded() {
		return this.state == State.ENABLED && this.next != null && this.next.number() != null;
	}

	/** Whether a draft stands beside a version. */
	public boolean isRedrafted() {
		return this.drafted && this.state != State.DRAFT;
	}

	static PolicyStatus of(PolicyForce force, boolean drafted, Instant now) {
		Optional<PolicyForce.Reign> reign = force.reign(now);
		PolicyForce.Entry next = force.next(now).orElse(null);
		State state = reign.isPresent() ? State.ENABLED
				: (next != null) ? State.SCHEDULED : force.entries().isEmpty() ? State.DRAFT : State.DISABLED;
		return new PolicyStatus(state, reign.map(PolicyForce.Reign::number).orElse(null),
				reign.map(PolicyForce.Reign::from).or(() -> force.at(now).map(PolicyForce.Entry::from)).orElse(null),
				next, drafted);
	}

}
