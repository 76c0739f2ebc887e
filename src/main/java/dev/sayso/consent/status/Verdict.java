package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * May we contact this person, on this channel, for this action, at this instant, and if
 * not, every reason why not.
 */
public record Verdict(Channel channel, boolean allowed, List<Reason> reasons, EffectiveChoice basis) {

	/** What can stand against contact, the most important first. */
	public enum Code {

		OPTED_OUT_ANY, OPTED_OUT, ADDRESS_SUPPRESSED, ADDRESS_MISSING, PENDING, NO_CONSENT, NOT_SUBSCRIBED, POLICY

	}

	/**
	 * @param since since when it holds
	 * @param sharer who said it, where it was somebody else with the same address
	 * @param sharerName how that person is called
	 * @param consent the say behind it
	 */
	public record Reason(Code code, @Nullable Instant since, @Nullable ProfileId sharer, @Nullable String sharerName,
			@Nullable Consent consent) {

		public static Reason of(Code code) {
			return new Reason(code, null, null, null, null);
		}

		static Reason of(Code code, Consent consent) {
			return new Reason(code, consent.since(), null, null, consent);
		}

		Reason by(ContactStatus.Sharer who) {
			return new Reason(this.code, this.since, who.profile(), who.name(), this.consent);
		}

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
		return (has(Code.PENDING) && this.reasons.size() == 1) ? State.WAITING : State.DO_NOT_CONTACT;
	}

	public boolean has(Code code) {
		return this.reasons.stream().anyMatch((reason) -> reason.code() == code);
	}

	public enum State {

		MAY_CONTACT("may", "yes", "check"), DO_NOT_CONTACT("no", "no", "ban"), WAITING("wait", "wait", "clock"),
		NO_ADDRESS("missing", "none", "minus");

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
