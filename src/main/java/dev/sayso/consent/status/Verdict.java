package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Tracking;
import dev.sayso.consent.status.ContactRule.Subscribed;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * May we contact this person, on this channel, for this action, at this instant, and if
 * not, every reason why not; and what may be measured of what they get.
 *
 * @param bases the choices that were asked; none for what is no marketing, nor for a
 * service, which asks the subscription
 */
public record Verdict(Channel channel, boolean allowed, List<Reason> reasons, List<EffectiveChoice> bases,
		Tracking opens, Tracking clicks) {

	/** What can stand against contact, the most important first. */
	public enum Code {

		UNKNOWN_PROFILE, OPTED_OUT_ANY, OPTED_OUT, ADDRESS_SUPPRESSED, ADDRESS_MISSING, PENDING, NO_CONSENT,
		NOT_SUBSCRIBED, PAUSED, POLICY

	}

	/**
	 * @param since since when it holds
	 * @param sharer who said it, where it was somebody else with the same address
	 * @param sharerName how that person is called
	 * @param consent the say behind it
	 * @param pause the pause behind it, which ends by itself
	 * @param suppression what suppresses the address
	 * @param service the service to which they are not subscribed
	 * @param personalization whether it stands against the use of their data alone
	 * @param policy the consent policy whose choices are not there
	 */
	public record Reason(Code code, @Nullable Instant since, @Nullable ProfileId sharer, @Nullable String sharerName,
			@Nullable Consent consent, @Nullable Pause pause, @Nullable Suppression suppression,
			@Nullable Subscribed service, boolean personalization, @Nullable PolicyVersion policy) {

		public static Reason of(Code code) {
			return new Reason(code, null, null, null, null, null, null, null, false, null);
		}

		static Reason of(Code code, Consent consent) {
			return new Reason(code, consent.since(), null, null, consent, null, null, null, false, null);
		}

		static Reason of(Pause pause) {
			return new Reason(Code.PAUSED, pause.since(), null, null, null, pause, null, null, false, null);
		}

		static Reason of(Suppression suppression) {
			return new Reason(Code.ADDRESS_SUPPRESSED, suppression.since(), null, null, null, null, suppression, null,
					false, null);
		}

		static Reason of(Subscribed service) {
			return new Reason(Code.NOT_SUBSCRIBED, service.since(), null, null, null, null, null, service, false, null);
		}

		/**
		 * @param since since when that version is in force
		 */
		public static Reason of(PolicyVersion policy, Instant since) {
			return new Reason(Code.POLICY, since, null, null, null, null, null, null, false, policy);
		}

		Reason by(ContactStatus.Sharer who) {
			return new Reason(this.code, this.since, who.profile(), who.name(), this.consent, null, null, null, false,
					null);
		}

		Reason ofPersonalization() {
			return new Reason(this.code, this.since, null, null, this.consent, null, null, null, true, null);
		}

		/** When it ends by itself; null where it does not. */
		public @Nullable Instant until() {
			return (this.pause != null) ? this.pause.ends()
					: (this.suppression != null) ? this.suppression.until() : null;
		}

		/** The entry of the ledger behind it; null where there is none. */
		public @Nullable UUID ledger() {
			return (this.pause != null) ? this.pause.ledgerId() : (this.consent != null) ? this.consent.ledgerId()
					: (this.service != null) ? this.service.ledger() : null;
		}

	}

	/**
	 * A version of a consent policy.
	 *
	 * @param name as people call it
	 */
	public record PolicyVersion(String key, int version, String name) {

	}

	public State state() {
		if (this.allowed) {
			return State.MAY_CONTACT;
		}
		if (has(Code.OPTED_OUT_ANY) || has(Code.OPTED_OUT)) {
			return State.DO_NOT_CONTACT;
		}
		if (has(Code.ADDRESS_MISSING)) {
			return State.NO_ADDRESS;
		}
		List<Code> codes = this.reasons.stream().map(Reason::code).filter((code) -> code != Code.PAUSED).toList();
		if (codes.isEmpty()) {
			return State.PAUSED;
		}
		return codes.equals(List.of(Code.PENDING)) ? State.WAITING : State.DO_NOT_CONTACT;
	}

	/** What pauses the channel; empty where nothing does. */
	public Optional<Pause> pause() {
		return this.reasons.stream().flatMap((reason) -> Stream.ofNullable(reason.pause())).findFirst();
	}

	/** What may be measured in one word: where opens and clicks differ the stricter. */
	public Tracking tracking() {
		return this.opens.stricter(this.clicks);
	}

	public boolean has(Code code) {
		return this.reasons.stream().anyMatch((reason) -> reason.code() == code);
	}

	public enum State {

		MAY_CONTACT("may", "yes", "check"), DO_NOT_CONTACT("no", "no", "ban"), WAITING("wait", "wait", "clock"),
		PAUSED("paused", "wait", "player-pause"), NO_ADDRESS("missing", "none", "minus");

		private final String reach;

		private final String look;

		private final String icon;

		State(String reach, String look, String icon) {
			this.reach = reach;
			this.look = look;
			this.icon = icon;
		}

		/**
		 * The name in conditions, in URLs of lists and in {@code profile.reach.<reach>}.
		 */
		public String reach() {
			return this.reach;
		}

		public String look() {
			return this.look;
		}

		public String icon() {
			return this.icon;
		}

		public String key() {
			return "state." + name();
		}

	}

}
