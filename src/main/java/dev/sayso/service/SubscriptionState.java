package dev.sayso.service;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ChoiceView;

/**
 * How somebody stands to a service: as the store, the ledger, the API and files name it.
 */
public enum SubscriptionState {

	SUBSCRIBED("yes", "check"),
	/** Asked for and not confirmed. */
	PENDING("wait", "clock"), UNSUBSCRIBED("none", "minus"),
	/** Over by itself: its time has passed, or it was not confirmed in time. */
	ENDED("none", "square-minus");

	/** What the ledger says after an undo where nothing had been said before. */
	static final String NOTHING = "none";

	private final String look;

	private final String icon;

	SubscriptionState(String look, String icon) {
		this.look = look;
		this.icon = icon;
	}

	public static SubscriptionState of(String key) {
		return Arrays.stream(values()).filter((state) -> state.key().equals(key)).findFirst().orElseThrow();
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String look() {
		return this.look;
	}

	public String icon() {
		return this.icon;
	}

	/** How a state of the ledger looks. */
	static ChoiceView view(@Nullable String key) {
		if (key == null || key.equals(NOTHING)) {
			return new ChoiceView("dash", null, "choice.short.u");
		}
		SubscriptionState state = of(key);
		return new ChoiceView(state.look, state.icon, "subscription.state." + key);
	}

}
