package dev.sayso.landing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a page is there for, and how it acts by that.
 */
public enum PageKind {

	/** Creates or updates a profile, with what it says. */
	ACQUISITION,
	/** Stops contact on any channel. */
	DENYLIST,
	/** Subscribes to one service. */
	SUBSCRIPTION,
	/** Unsubscribes from one service. */
	UNSUBSCRIPTION,
	/** All of a person's say in one place, with a way to stop everything. */
	PREFERENCE;

	public static Optional<PageKind> of(String key) {
		return Arrays.stream(values()).filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/** The name in the store, in URLs and in message keys. */
	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether its button is all that it asks: it has no checkboxes. */
	public boolean stopsEverything() {
		return this == DENYLIST;
	}

	/**
	 * Whether its button is about one service, its own or the one that the link names.
	 */
	public boolean hasService() {
		return this == SUBSCRIPTION || this == UNSUBSCRIPTION;
	}

	/** What its button means for its service. */
	public BoxMeaning serviceMeaning() {
		return (this == UNSUBSCRIPTION) ? BoxMeaning.DO_NOT_CONTACT : BoxMeaning.CONTACT_ME;
	}

	/** Whether its button says no, so that links to it never expire for that. */
	public boolean writesNo() {
		return this == DENYLIST || this == UNSUBSCRIPTION || this == PREFERENCE;
	}

	/** Message key of what its button says where it has no words of its own. */
	public String button() {
		return switch (this) {
			case DENYLIST -> "public.stop";
			case SUBSCRIPTION -> "public.subscribe";
			case UNSUBSCRIPTION -> "public.unsubscribe.button";
			case ACQUISITION, PREFERENCE -> "public.save";
		};
	}

	/** Whether a form of its own stops everything, last on the page. */
	public boolean stopsApart() {
		return this == PREFERENCE;
	}

	/** Whether it asks somebody whom a link identified for details too. */
	public boolean asksDetails() {
		return this == ACQUISITION || this == PREFERENCE || this == SUBSCRIPTION;
	}

	/**
	 * Whether it tells a refusal to be measured, with a way to take it back, where other
	 * pages do not ask again.
	 */
	public boolean tellsRefusals() {
		return this == PREFERENCE;
	}

	/** Whether there is a public link that one would hand out. */
	public boolean isPublic() {
		return this != DENYLIST;
	}

}
