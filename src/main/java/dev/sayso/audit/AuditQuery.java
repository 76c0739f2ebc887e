package dev.sayso.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A query for entries, as the URL has it; empty parts let all through.
 *
 * @param zone in which the days begin
 */
record AuditQuery(String type, String subject, String actor, @Nullable LocalDate from, @Nullable LocalDate to,
		ZoneId zone) {

	public boolean any() {
		return !(this.type.isEmpty() && this.subject.isEmpty() && this.actor.isEmpty()) || this.from != null
				|| this.to != null;
	}

	@Nullable OffsetDateTime begin() {
		return (this.from != null) ? this.from.atStartOfDay(this.zone).toOffsetDateTime() : null;
	}

	@Nullable OffsetDateTime end() {
		return (this.to != null) ? this.to.plusDays(1).atStartOfDay(this.zone).toOffsetDateTime() : null;
	}

	String href(@Nullable Long before) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/activity");
		add(url, "type", this.type);
		add(url, "subject", this.subject);
		add(url, "actor", this.actor);
		add(url, "from", this.from);
		add(url, "to", this.to);
		add(url, "before", before);
		return url.build().encode().toUriString();
	}

	private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			url.queryParam(name, value.toString());
		}
	}

}
