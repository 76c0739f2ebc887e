package dev.sayso.landing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a page acts.
 *
 * @param askFirst a denylist page: whether a button is asked for instead of stopping
 * contact by being opened
 * @param refusesKnown an acquisition page: whether somebody nobody identified who types
 * the address of a known person is only recorded where they say no
 * @param from when it opens, in the time zone; null for at once
 * @param to when it closes; null for never
 * @param redirect where its readers go when it is closed; empty for its own text
 * @param service of a page that subscribes or unsubscribes: the key of the service; empty
 * where the link names it
 */
public record PageBehaviour(boolean askFirst, boolean refusesKnown, @Nullable LocalDateTime from,
		@Nullable LocalDateTime to, String timeZone, String redirect, String service) {

	public PageBehaviour {
		timeZone = (timeZone != null && !timeZone.isBlank()) ? timeZone : "UTC";
		redirect = Objects.requireNonNullElse(redirect, "");
		service = Objects.requireNonNullElse(service, "");
	}

	public static PageBehaviour in(ZoneId zone) {
		return new PageBehaviour(false, false, null, null, zone.getId().replace("Etc/", ""), "", "");
	}

	/** The same, asking before it stops contact. */
	public PageBehaviour asking() {
		return new PageBehaviour(true, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				this.service);
	}

	public PageBehaviour withService(String key) {
		return new PageBehaviour(this.askFirst, this.refusesKnown, this.from, this.to, this.timeZone, this.redirect,
				key);
	}

	@Nullable public Instant opensAt() {
		return (this.from != null) ? this.from.atZone(ZoneId.of(this.timeZone)).toInstant() : null;
	}

	@Nullable public Instant closesAt() {
		return (this.to != null) ? this.to.atZone(ZoneId.of(this.timeZone)).toInstant() : null;
	}

}
