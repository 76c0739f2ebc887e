package dev.sayso.consent.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * An address on a channel that must not be used.
 *
 * @param own whether the person themself said the no that is kept
 * @param since since when; of a no that is kept, when it was said last
 * @param until when it ends by itself; null where it does not
 */
public record Suppression(UUID id, Channel channel, Reason reason, Kind kind, Origin origin, boolean own, Instant since,
		@Nullable Instant until, @Nullable String source) {

	/** How long an address rests that some mails did not reach. */
	static final Duration REST = Duration.ofDays(30);

	/** What is not used, and for what. */
	public enum Kind {

		/** Nothing arrives there: not even what was asked for goes to it. */
		UNDELIVERABLE,

		/**
		 * A no: of someone erased, of an address without a profile, or told by others.
		 */
		KEPT_SAY;

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Kind of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

	/** Why it is not used. */
	public enum Reason {

		HARD_BOUNCE(Kind.UNDELIVERABLE), SOFT_BOUNCES(Kind.UNDELIVERABLE), COMPLAINT(Kind.KEPT_SAY),
		CARRIER_STOP(Kind.KEPT_SAY), MANUAL(null), IMPORTED(null), KEPT_SAY(Kind.KEPT_SAY);

		private final @Nullable Kind kind;

		Reason(@Nullable Kind kind) {
			this.kind = kind;
		}

		static Optional<Reason> of(String key) {
			return Arrays.stream(values()).filter((reason) -> reason.key().equals(key)).findFirst();
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** Whether it does not say by itself if anything arrives. */
		boolean isOpen() {
			return this.kind == null;
		}

		Kind kind(boolean undeliverable) {
			return (this.kind != null) ? this.kind : undeliverable ? Kind.UNDELIVERABLE : Kind.KEPT_SAY;
		}

	}

	/**
	 * A suppression that is to stand from now; repeated soft bounces end after a while
	 * unless told otherwise.
	 * @param undeliverable what is meant where the reason does not tell
	 */
	public static Suppression of(Channel channel, Reason reason, boolean undeliverable, Origin origin, Instant now,
			@Nullable Instant until, @Nullable String source) {
		boolean theirs = reason == Reason.COMPLAINT || reason == Reason.CARRIER_STOP;
		Instant ends = (until == null && reason == Reason.SOFT_BOUNCES) ? now.plus(REST) : until;
		return new Suppression(Ids.next(), channel, reason, reason.kind(undeliverable), origin, theirs, now, ends,
				source);
	}

	/** A no that is kept for an address which nobody has, or will have. */
	static Suppression kept(Channel channel, Origin origin, boolean own, Instant since, @Nullable String source) {
		boolean imported = origin == Origin.IMPORT && source != null;
		return new Suppression(Ids.next(), channel, imported ? Reason.IMPORTED : Reason.KEPT_SAY, Kind.KEPT_SAY, origin,
				own, since, null, source);
	}

	public boolean isInForce(Instant at) {
		return this.until == null || at.isBefore(this.until);
	}

	/**
	 * What stands once the same is said again: what lasts longer lasts, a no stands since
	 * it was said last, and becomes the person's where they said it too.
	 */
	Suppression joined(Suppression again, Instant now) {
		if (!isInForce(now)) {
			return new Suppression(this.id, this.channel, again.reason, this.kind, again.origin, again.own, again.since,
					again.until, again.source);
		}
		boolean longer = this.until != null && (again.until == null || again.until.isAfter(this.until));
		boolean theirs = this.kind == Kind.KEPT_SAY && !this.own
				&& (again.own || (again.origin == Origin.SUBJECT && this.origin != Origin.SUBJECT));
		Suppression told = (longer || theirs) ? again : this;
		boolean later = this.kind == Kind.KEPT_SAY && again.since.isAfter(this.since);
		return new Suppression(this.id, this.channel, told.reason, this.kind, told.origin, this.own || told.own,
				later ? again.since : this.since, longer ? again.until : this.until, told.source);
	}

}
